namespace ClickUpMcp.Hosting;

/// <summary>The command line, the environment or the configuration file asks for something that cannot be.</summary>
/// <remarks>The message is for the person who starts the server; it never repeats a value that may be secret.</remarks>
internal class OptionsException(string message) : Exception(message);
