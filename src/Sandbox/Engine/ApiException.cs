namespace ClickUpMcp.Sandbox.Engine;

/// <summary>A refusal: HTTP status, text and, where one is known, the ECODE.</summary>
internal sealed class ApiException(int status, string message, string? code = null) : Exception(message)
{
    public int Status { get; } = status;

    public string? Code { get; } = code;
}
