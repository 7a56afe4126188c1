namespace ClickUpMcp.Hosting;

/// <summary>The options are well said, but this machine does not have what they name.</summary>
internal sealed class UnusableException(string message) : OptionsException(message);
