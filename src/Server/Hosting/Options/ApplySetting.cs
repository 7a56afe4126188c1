namespace ClickUpMcp.Hosting;

/// <summary>Reads the value of one setting into the options.</summary>
/// <exception cref="FormatException">The value cannot be read; the message says what was expected.</exception>
internal delegate void ApplySetting(ServerOptions options, string value);
