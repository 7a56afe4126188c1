namespace ClickUpMcp.Tests.Fuzz;

/// <summary>An input on which a target failed; the message holds it in base64.</summary>
internal sealed class FuzzFailureException(string target, byte[] input, Exception inner)
    : Exception($"{target} fails on {Convert.ToBase64String(input)}: {inner}", inner)
{
    public byte[] Input => input;
}
