"""The front door: the names other packages may use. Looked up on first use, so that a command loads only its own."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from exams.accounts.lockout import Standing as Standing
    from exams.accounts.names import check_name as check_name
    from exams.accounts.names import check_staff_id as check_staff_id
    from exams.accounts.person import Branch as Branch
    from exams.accounts.person import Person as Person
    from exams.accounts.person import Role as Role
    from exams.accounts.pins import PinCost as PinCost
    from exams.accounts.resets import Challenge as Challenge
    from exams.accounts.roles import RoleCertificate as RoleCertificate
    from exams.accounts.roles import RoleRequest as RoleRequest
    from exams.bundles.hr_trust import Claim as Claim
    from exams.content.cleaning import safe_html as safe_html
    from exams.content.course import Callout as Callout
    from exams.content.course import Chapter as Chapter
    from exams.content.course import Course as Course
    from exams.content.course import Figure as Figure
    from exams.content.course import Hit as Hit
    from exams.content.course import Section as Section
    from exams.content.course import SectionText as SectionText
    from exams.content.course import SelfCheck as SelfCheck
    from exams.content.course import Term as Term
    from exams.content.course import Text as Text
    from exams.content.coverage import TopicCoverage as TopicCoverage
    from exams.content.coverage import topic_coverage as topic_coverage
    from exams.content.faults import Fault as Fault
    from exams.content.parts import Parts as Parts
    from exams.content.parts import make_parts as make_parts
    from exams.content.parts import read_parts as read_parts
    from exams.content.sources import Sources as Sources
    from exams.content.sources import read_sources as read_sources
    from exams.content.svg import is_safe_drawing as is_safe_drawing
    from exams.content.tally import Tally as Tally
    from exams.content.tally import tally as tally
    from exams.desk.bank_analysis import analyse_file as analyse_file
    from exams.desk.bank_desk import FileRead as FileRead
    from exams.desk.bank_desk import export_bank as export_bank
    from exams.desk.bank_desk import import_files as import_files
    from exams.desk.bank_desk import read_for_bank as read_for_bank
    from exams.desk.bank_desk import undo_last_import as undo_last_import
    from exams.desk.branch_desk import Arrival as Arrival
    from exams.desk.branch_desk import BranchDesk as BranchDesk
    from exams.desk.branch_desk import open_branch as open_branch
    from exams.desk.branch_files import FileKind as FileKind
    from exams.desk.branch_status import branch_status as branch_status
    from exams.desk.branch_view import BranchView as BranchView
    from exams.desk.branch_view import PackView as PackView
    from exams.desk.branch_view import branch_view as branch_view
    from exams.desk.branch_view import files_in as files_in
    from exams.desk.branch_view import is_demonstration_pack as is_demonstration_pack
    from exams.desk.bundling import Bundled as Bundled
    from exams.desk.bundling import Bundling as Bundling
    from exams.desk.bundling import open_bundling as open_bundling
    from exams.desk.checkpoints import Checkpoints as Checkpoints
    from exams.desk.demonstration import make_demonstration as make_demonstration
    from exams.desk.demonstration import rehearse as rehearse
    from exams.desk.demonstration import robot_names as robot_names
    from exams.desk.demonstration_chain import Chain as Chain
    from exams.desk.demonstration_chain import make_chain as make_chain
    from exams.desk.demonstration_chain import open_demonstration_hq as open_demonstration_hq
    from exams.desk.device_view import DeviceView as DeviceView
    from exams.desk.device_view import device_view as device_view
    from exams.desk.device_view import enrolment_of as enrolment_of
    from exams.desk.enrolment import Asked as Asked
    from exams.desk.enrolment import Enrolled as Enrolled
    from exams.desk.enrolment import open_enrolment as open_enrolment
    from exams.desk.hq_desk import HqDesk as HqDesk
    from exams.desk.hq_desk import open_hq as open_hq
    from exams.desk.hq_desk import set_up_hq as set_up_hq
    from exams.desk.hq_devices import Approval as Approval
    from exams.desk.hq_devices import Approved as Approved
    from exams.desk.hq_devices import Inspected as Inspected
    from exams.desk.hq_files import PackPlan as PackPlan
    from exams.desk.hq_files import PrintedPack as PrintedPack
    from exams.desk.hq_home import put_file as put_file
    from exams.desk.hq_keys import HqWork as HqWork
    from exams.desk.hq_people import inspect_role as inspect_role
    from exams.desk.hq_roots import RootChange as RootChange
    from exams.desk.hq_roots import RootFile as RootFile
    from exams.desk.hq_roots import sign_draft as sign_draft
    from exams.desk.hq_sessions import Released as Released
    from exams.desk.hq_sessions import new_session_id as new_session_id
    from exams.desk.hr_desk import HrDesk as HrDesk
    from exams.desk.journal_office import JournalReport as JournalReport
    from exams.desk.journal_office import check_journal as check_journal
    from exams.desk.journal_office import rebuild_caches as rebuild_caches
    from exams.desk.offers import ExamOffer as ExamOffer
    from exams.desk.offers import Question as Question
    from exams.desk.offers import Reviewed as Reviewed
    from exams.desk.offers import Saved as Saved
    from exams.desk.offers import SessionInfo as SessionInfo
    from exams.desk.offers import SittingLine as SittingLine
    from exams.desk.office import Office as Office
    from exams.desk.office import open_office as open_office
    from exams.desk.pack_shelf import branch_content as branch_content
    from exams.desk.paper_office import paper_document as paper_document
    from exams.desk.person_record import Carried as Carried
    from exams.desk.person_record import export_person as export_person
    from exams.desk.person_record import import_person as import_person
    from exams.desk.proctor_desk import ProctorDesk as ProctorDesk
    from exams.desk.robots import right_value as right_value
    from exams.desk.session_report import Override as Override
    from exams.desk.session_report import SessionReport as SessionReport
    from exams.desk.session_report import SittingFacts as SittingFacts
    from exams.desk.small_files import small_file as small_file
    from exams.desk.trainee_desk import TraineeDesk as TraineeDesk
    from exams.devices.papers import OwnDevice as OwnDevice
    from exams.devices.papers import PaperIssuers as PaperIssuers
    from exams.devices.record import DevicePapers as DevicePapers
    from exams.devices.record import DeviceRecord as DeviceRecord
    from exams.errors import AcademyError as AcademyError
    from exams.grading.marks import Mark as Mark
    from exams.grading.marks import MarkState as MarkState
    from exams.grading.marks import Result as Result
    from exams.interop.detect import bank_format as bank_format
    from exams.interop.grading.lines import grade_lines as grade_lines
    from exams.interop.way_in import bank_formats as bank_formats
    from exams.interop.way_in import read_bank_file as read_bank_file
    from exams.items.item import BestWorst as BestWorst
    from exams.items.item import Explanation as Explanation
    from exams.items.item import Item as Item
    from exams.items.item import ItemType as ItemType
    from exams.items.item import Response as Response
    from exams.packs.codes import check_code as check_code
    from exams.packs.diff import PackDiff as PackDiff
    from exams.packs.manifest import Grading as Grading
    from exams.packs.slots import SessionPlan as SessionPlan
    from exams.packs.slots import SlotPurpose as SlotPurpose
    from exams.papers.blueprint import Blueprint as Blueprint
    from exams.papers.paper import Paper as Paper
    from exams.papers.paper import PaperItem as PaperItem
    from exams.scenarios.play import BetterLine as BetterLine
    from exams.scenarios.play import Call as Call
    from exams.scenarios.play import call_result as call_result
    from exams.scenarios.play import fill_note as fill_note
    from exams.scenarios.play import give_reply as give_reply
    from exams.scenarios.play import start_call as start_call
    from exams.scenarios.scenario import Criterion as Criterion
    from exams.scenarios.scenario import Move as Move
    from exams.scenarios.scenario import Scenario as Scenario
    from exams.sittings.replay import remaining_at as remaining_at
    from exams.sittings.sitting import Kind as Kind
    from exams.sittings.sitting import Sitting as Sitting
    from exams.sittings.sitting import State as State
    from exams.sittings.tries import Obstacle as Obstacle
    from exams.store.backups import Backup as Backup
    from exams.store.backups import keep_copy as keep_copy
    from exams.store.backups import list_copies as list_copies
    from exams.store.backups import restore as restore
    from exams.store.content_build import Built as Built
    from exams.store.content_build import build_content as build_content
    from exams.store.content_build import build_open_content as build_open_content
    from exams.store.content_rows import ContentStore as ContentStore
    from exams.store.glance import FirstGlance as FirstGlance
    from exams.store.glance import HomeState as HomeState
    from exams.store.glance import StartCard as StartCard
    from exams.store.glance import glance as glance
    from exams.store.home import default_home as default_home
    from exams.store.hq_rows import HqSession as HqSession
    from exams.store.shapes import Shape as Shape
    from exams.store.shapes import of_tables as of_tables
    from exams.store.shapes import shape_after as shape_after
    from exams.store.shapes import shape_of as shape_of
    from exams.store.trust_files import has_trust as has_trust
    from exams.store.trust_files import load_trust as load_trust
    from exams.store.trust_files import root_chain as root_chain
    from exams.timing.alerts import ALERT_MINUTES as ALERT_MINUTES
    from exams.timing.clock import Clock as Clock
    from exams.timing.clock import Moment as Moment
    from exams.timing.clock import SystemClock as SystemClock
    from exams.timing.gaps import Cause as Cause
    from exams.timing.gaps import Gap as Gap
    from exams.timing.policy import TimePolicy as TimePolicy
    from exams.timing.story_clock import StoryClock as StoryClock
    from exams.training.study import ChapterProgress as ChapterProgress
    from exams.training.study import NextStep as NextStep
    from exams.training.study import SectionProgress as SectionProgress
    from exams.training.study import SectionState as SectionState
    from exams.training.study import Training as Training
    from exams.trust.codes import code_is_whole as code_is_whole
    from exams.trust.errors import BadSignature as BadSignature
    from exams.trust.errors import WrongType as WrongType
    from exams.trust.keys import SigningKey as SigningKey
    from exams.trust.keys import signature_fits as signature_fits
    from exams.trust.revocation import Revocations as Revocations
    from exams.trust.root import RoleName as RoleName
    from exams.trust.rsa_keys import RsaKey as RsaKey
    from exams.trust.times import read_time as read_time
    from exams.trust.times import write_time as write_time

_ROOMS = {
    "accounts.lockout": "Standing",
    "accounts.names": "check_name check_staff_id",
    "accounts.person": "Branch Person Role",
    "accounts.pins": "PinCost",
    "accounts.resets": "Challenge",
    "accounts.roles": "RoleCertificate RoleRequest",
    "bundles.hr_trust": "Claim",
    "content.cleaning": "safe_html",
    "content.course": "Callout Chapter Course Figure Hit Section SectionText SelfCheck Term Text",
    "content.coverage": "TopicCoverage topic_coverage",
    "content.faults": "Fault",
    "content.parts": "Parts make_parts read_parts",
    "content.sources": "Sources read_sources",
    "content.svg": "is_safe_drawing",
    "content.tally": "Tally tally",
    "desk.bank_analysis": "analyse_file",
    "desk.bank_desk": "FileRead export_bank import_files read_for_bank undo_last_import",
    "desk.branch_desk": "Arrival BranchDesk open_branch",
    "desk.branch_files": "FileKind",
    "desk.branch_status": "branch_status",
    "desk.branch_view": "BranchView PackView branch_view files_in is_demonstration_pack",
    "desk.bundling": "Bundled Bundling open_bundling",
    "desk.checkpoints": "Checkpoints",
    "desk.demonstration": "make_demonstration rehearse robot_names",
    "desk.demonstration_chain": "Chain make_chain open_demonstration_hq",
    "desk.device_view": "DeviceView device_view enrolment_of",
    "desk.enrolment": "Asked Enrolled open_enrolment",
    "desk.hq_desk": "HqDesk open_hq set_up_hq",
    "desk.hq_devices": "Approval Approved Inspected",
    "desk.hq_files": "PackPlan PrintedPack",
    "desk.hq_home": "put_file",
    "desk.hq_keys": "HqWork",
    "desk.hq_people": "inspect_role",
    "desk.hq_roots": "RootChange RootFile sign_draft",
    "desk.hq_sessions": "Released new_session_id",
    "desk.hr_desk": "HrDesk",
    "desk.journal_office": "JournalReport check_journal rebuild_caches",
    "desk.offers": "ExamOffer Question Reviewed Saved SessionInfo SittingLine",
    "desk.office": "Office open_office",
    "desk.pack_shelf": "branch_content",
    "desk.paper_office": "paper_document",
    "desk.person_record": "Carried export_person import_person",
    "desk.proctor_desk": "ProctorDesk",
    "desk.robots": "right_value",
    "desk.session_report": "Override SessionReport SittingFacts",
    "desk.small_files": "small_file",
    "desk.trainee_desk": "TraineeDesk",
    "devices.papers": "OwnDevice PaperIssuers",
    "devices.record": "DevicePapers DeviceRecord",
    "errors": "AcademyError",
    "grading.marks": "Mark MarkState Result",
    "interop.detect": "bank_format",
    "interop.grading.lines": "grade_lines",
    "interop.way_in": "bank_formats read_bank_file",
    "items.item": "BestWorst Explanation Item ItemType Response",
    "packs.codes": "check_code",
    "packs.diff": "PackDiff",
    "packs.manifest": "Grading",
    "packs.slots": "SessionPlan SlotPurpose",
    "papers.blueprint": "Blueprint",
    "papers.paper": "Paper PaperItem",
    "scenarios.play": "BetterLine Call call_result fill_note give_reply start_call",
    "scenarios.scenario": "Criterion Move Scenario",
    "sittings.replay": "remaining_at",
    "sittings.sitting": "Kind Sitting State",
    "sittings.tries": "Obstacle",
    "store.backups": "Backup keep_copy list_copies restore",
    "store.content_build": "Built build_content build_open_content",
    "store.content_rows": "ContentStore",
    "store.glance": "FirstGlance HomeState StartCard glance",
    "store.home": "default_home",
    "store.hq_rows": "HqSession",
    "store.shapes": "Shape of_tables shape_after shape_of",
    "store.trust_files": "has_trust load_trust root_chain",
    "timing.alerts": "ALERT_MINUTES",
    "timing.clock": "Clock Moment SystemClock",
    "timing.gaps": "Cause Gap",
    "timing.policy": "TimePolicy",
    "timing.story_clock": "StoryClock",
    "training.study": "ChapterProgress NextStep SectionProgress SectionState Training",
    "trust.codes": "code_is_whole",
    "trust.errors": "BadSignature WrongType",
    "trust.keys": "SigningKey signature_fits",
    "trust.revocation": "Revocations",
    "trust.root": "RoleName",
    "trust.rsa_keys": "RsaKey",
    "trust.times": "read_time write_time",
}
_HOMES = {name: f"exams.{room}" for room, names in _ROOMS.items() for name in names.split()}

__all__ = sorted(_HOMES)  # noqa: PLE0605  # a test holds it to the names above


def __getattr__(name: str) -> object:
    """Find a public name where it lives."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(home), name)
