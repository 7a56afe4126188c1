namespace ClickUpMcp.Hosting;

/// <summary>The file that a setting names cannot be used; the message says what was expected.</summary>
internal sealed class SettingFileException(string expected) : FormatException(expected);
