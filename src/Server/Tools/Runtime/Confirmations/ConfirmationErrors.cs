namespace ClickUpMcp.Tools.Runtime;

/// <summary>Words why a call that must be confirmed changed nothing.</summary>
internal static class ConfirmationErrors
{
    private const string Nothing = "Nothing was changed.";

    /// <summary>Nobody can be asked by this client.</summary>
    public static ToolResult Unasked(string tool) =>
        ToolErrors.Failure(
            $"{tool} must be confirmed by a person, and this client has no way to ask one. {Nothing} Call it with "
                + $"{DryRun.Argument}: true, show the person what it says, and if they agree, repeat the call with "
                + $"{DryRun.ConfirmArgument}: the token that it ends with, in place of {DryRun.Argument}."
        );

    /// <summary>The client can ask, so a token does not do.</summary>
    public static ToolResult NoToken(string tool) =>
        ToolErrors.Failure(
            $"{tool} must be confirmed by a person, whom this client asks itself. {Nothing} Leave {DryRun.ConfirmArgument} out."
        );

    /// <summary>The person did not say yes.</summary>
    public static ToolResult Unconfirmed(string tool, PersonReply reply) =>
        ToolErrors.Failure(
            reply switch
            {
                PersonReply.Declined =>
                    $"The person declined {tool}. {Nothing} Do not try it another way; ask them what they want instead.",
                PersonReply.TimedOut =>
                    $"Nobody confirmed {tool} within {ConfirmationSeal.Lifetime.TotalMinutes} minutes. {Nothing} "
                        + "Repeat it when somebody is there to confirm it.",
                _ => $"The person neither confirmed nor declined {tool}. {Nothing} Ask them before you repeat it.",
            }
        );

    /// <summary>The client could not be reached after all.</summary>
    public static ToolResult Unreachable(string tool) =>
        ToolErrors.Failure(
            $"{tool} must be confirmed by a person, and nobody could be asked. {Nothing} "
                + "Retry at a terminal, or over a connection by which this server can send requests to its client."
        );

    /// <summary>What the client brought back confirms nothing.</summary>
    public static ToolResult Faulty(string tool, ConfirmationFault fault) =>
        ToolErrors.Failure(
            fault switch
            {
                ConfirmationFault.Expired =>
                    $"The confirmation of {tool} has expired: each is good for {ConfirmationSeal.Lifetime.TotalMinutes} minutes.",
                ConfirmationFault.Changed =>
                    $"What {tool} would do is not what was confirmed: what it is about has changed since.",
                ConfirmationFault.Used => $"The confirmation of {tool} was used before; each is good once.",
                _ =>
                    $"The confirmation does not belong to this call of {tool}: it is not whole, or it comes from another tool, "
                        + "other arguments, another account, or a server that has been started again since.",
            } + $" {Nothing} Leave it out to have the call confirmed anew."
        );
}
