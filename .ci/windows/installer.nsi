; The installer of Windows: for the person who runs it, without an administrator; data of people are never touched.
;   makensis -DVERSION=0.1.0 -DBUNDLE=dist\academy -DICON=build\icons\branch-academy.ico -DOUT=setup.exe installer.nsi
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include MUI2.nsh

!define NAME "BranchAcademy"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
Name "Branch Academy 网点学堂"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Branch Academy 网点学堂"
VIAddVersionKey /LANG=0 "FileDescription" "Branch Academy 网点学堂"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "Apache License 2.0"

; Whole beside its place, then switched: what was installed before stays until the new one is there.
Section
  RMDir /r "$INSTDIR.new"
  SetOutPath "$INSTDIR.new"
  File /r "${BUNDLE}\*"
  WriteUninstaller "$INSTDIR.new\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir /r "$INSTDIR.old"
  ClearErrors
  Rename "$INSTDIR" "$INSTDIR.old"
  ClearErrors
  Rename "$INSTDIR.new" "$INSTDIR"
  IfErrors 0 +3
    Rename "$INSTDIR.old" "$INSTDIR"
    Abort
  RMDir /r "$INSTDIR.old"
  CreateShortcut "$SMPROGRAMS\网点学堂 Branch Academy.lnk" "$INSTDIR\branch-academy.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "Branch Academy 网点学堂"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\branch-academy.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Branch Academy"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
SectionEnd

Section "Uninstall"
  RMDir /r "$INSTDIR"
  Delete "$SMPROGRAMS\网点学堂 Branch Academy.lnk"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
