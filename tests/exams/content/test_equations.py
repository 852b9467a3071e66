"""Sums in a text: every result is worked out again, whatever the signs, units and words around it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exams.content.equations import Slip, work_out

RIGHT = [
    "利息：50,000 × 238 × 0.20% ÷ 360 ＝ 66.11 元。",
    "50,000 * 238 * 0.20% / 360 = 66.11",
    "利息 ＝ 984,000 × 0.20% ÷ 360 ＝ 5.4666…，取到分，5.47 元",
    "20 天 × 20,000 ＋ 45 天 × 14,000 ＝ 1,030,000；× 0.20% ÷ 360 ＝ 5.72 元",
    "100,000 ÷ 1.0410 = 96,061.48 shares, × 1.0180 = 97,790.59 yuan",
    "（1.0410 ÷ 1.0250 − 1）× 365 ÷ 180 = 3.17%",
    "300,000 × 0.30% × 1.003^120 ÷ (1.003^120 − 1) = 2,980.65 yuan",
    "20,000 ×（1.019³ − 1）＝ 1,161.80 元",
    "其余 ＝ 480 − （10 ＋ 30）＝ 480 − 40 ＝ 440 分钟",
    "60 × 20 = 1,200 s = 20 minutes",
    "190 × 5 = 950 minutes, about 15.8 hours",
    "200 ÷ 160 = 1.25 and 160 ÷ 128 = 1.25",
    "985 ÷ 1,250 = 0.7880, that is 78.80%",
    "30 个基点 = 0.30 个百分点",
    "2.00% − 1.80% = 0.20 percentage points",
    "贷款中心最晚回复：10:05 ＋ 4 小时 ＝ 14:05",
    "7 月 6 日 + 15 日 = 7 月 21 日（周二）",
    "6 July + 15 days = Tuesday 21 July",
    "60 − 22 − 30（四月）= 8，进到 5 月 8 日",
    "上周 160 万 ÷ 200 ＝ 8,000",
    "0.20 ÷ 2.00 是 10%，是一成",
    "17 × 94% = 15.98 people",
    "37,839.26 − 40,000 = −2,160.74",
]
WRONG = [
    ("50,000 × 238 × 0.20% ÷ 360 ＝ 66.12 元", "66.11"),
    ("985 ÷ 1,250 = 0.7880, that is 78.90%", "78.80%"),
    ("94.40% + 5.61% = 100%", "100%"),
    ("480 − 40 ＝ 440 ＝ 22 × 21", "462"),
    ("984,000 × 0.20% ÷ 360 ＝ 5.4667…", "5.4667"),
    ("20 天 × 20,000 ＝ 400,000；× 0.20% ÷ 360 ＝ 2.23 元", "2.22"),
    ("10:05 + 4 hours = 14:50", "50,700"),
    ("30 basis points = 3.00 percentage points", "30.00"),
    ("12 × 13 ÷ 2 is 87", "78"),
]
IN_WORDS = [
    "日利率 ＝ 年利率 ÷ 360",
    "服务水平 = 20 秒内接起 ÷ 进入人工 × 100%",
    "丢分 ＝（100 － 折算分）× 权重",
    "Gap = requirement − own rating; start with the largest.",
    "the rate is 0.20% and 2026-01-15 is a Thursday",
    "24/7, 80/20, 9–10",
]
UNREADABLE = [
    "月供 = 本金 ×（1 ＋ 月利率）^120 = 2,980.65 元",
    "30 × 3 = 九十",
    "5 ÷ 0 = 0",
    "1 ＋ 2 ＋ … ＋ 12 ＝ 78",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_sum_is_worked_out_and_left_alone(text):
    worked = work_out(text)
    assert worked.slips == ()
    assert worked.results


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_a_wrong_sum_is_told_with_the_right_result(text, right):
    assert [slip.right for slip in work_out(text).slips] == [right]


@pytest.mark.parametrize("text", IN_WORDS)
def test_a_rule_in_words_is_no_sum(text):
    worked = work_out(text)
    assert (worked.results, worked.slips) == ((), ())


@pytest.mark.parametrize("text", UNREADABLE)
def test_a_sum_that_cannot_be_worked_out_is_told(text):
    slips = work_out(text).slips
    assert slips
    assert all(slip.right == "" for slip in slips)


def test_half_a_cent_is_rounded_up():
    assert work_out("0.01 ÷ 2 = 0.01").slips == ()
    assert work_out("−0.01 ÷ 2 = −0.01").slips == ()
    assert work_out("0.01 ÷ 2 = 0.00").slips == (Slip("0.01 ÷ 2 = 0.00", "0.01"),)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 10**4))
def test_any_right_sum_passes_and_any_other_result_is_found(first, second, other):
    assert work_out(f"{first:,} × {second:,} ＝ {first * second:,} 元").results == (Fraction(first * second),)
    assert len(work_out(f"{first:,} + {second:,} = {first + second + other:,}").slips) == 1


@given(st.text(alphabet="0123456789.,%=＝≈+−×÷^()（）[] 元是即万年月日:：，。about is…²³", max_size=60))
def test_no_text_makes_the_reading_fail(text):
    work_out(text)
