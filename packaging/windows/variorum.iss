; The installer for Windows, by Inno Setup 6.3 or newer, from the folder that bundle.py made:
;   iscc /DVersion=0.1.0 packaging\windows\variorum.iss
; Checked for its form only: it was not run on Windows yet. See packaging/README.md.

#ifndef Version
  #error Name the version: iscc /DVersion=0.1.0 variorum.iss
#endif

[Setup]
AppId={{6E2C0A5B-6F0B-4B3C-9C39-5D1C0F8B7A21}
AppName=Variorum
AppVersion={#Version}
AppPublisher=The Variorum developers
DefaultDirName={autopf}\Variorum
DefaultGroupName=Variorum
DisableProgramGroupPage=yes
; Into the user's own folders, unless the user asks for everybody's.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\dist\variorum\LICENSE.txt
SetupIconFile=..\..\build\bundle\icons\variorum.ico
UninstallDisplayIcon={app}\variorum-window.exe
OutputDir=..\..\dist
OutputBaseFilename=variorum-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "french"; MessagesFile: "compiler:Languages\French.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; Modules of an older version must not stay beside those of the new one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\variorum\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{group}\Variorum"; Filename: "{app}\variorum-window.exe"
Name: "{autodesktop}\Variorum"; Filename: "{app}\variorum-window.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.variorum\OpenWithProgids"; ValueType: string; ValueName: "Variorum.Library"; ValueData: ""; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\.variorum"; ValueType: string; ValueName: "Content Type"; ValueData: "application/vnd.variorum+sqlite3"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\Variorum.Library"; ValueType: string; ValueName: ""; ValueData: "Variorum library"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\Variorum.Library\DefaultIcon"; ValueType: string; ValueName: ""; ValueData: "{app}\variorum-window.exe,0"
Root: HKA; Subkey: "Software\Classes\Variorum.Library\shell\open\command"; ValueType: string; ValueName: ""; ValueData: """{app}\variorum-window.exe"" open ""%1"""

[Run]
Filename: "{app}\variorum-window.exe"; Description: "{cm:LaunchProgram,Variorum}"; Flags: nowait postinstall skipifsilent
