namespace ClickUpMcp.Cli.Clients;

/// <summary>Where a member of an object stands in a JSON text, in bytes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="KeyStart">Where the name's quote is.</param>
/// <param name="Start">Where the value begins.</param>
/// <param name="End">What follows the value's last byte.</param>
internal readonly record struct JsonMember(string Name, int KeyStart, int Start, int End);
