namespace ClickUpMcp.Protocol.Messages;

/// <summary>Decides which protocol era a request belongs to, and whether it keeps that era's rules.</summary>
internal static class EraRules
{
    private const string VersionKey = "_meta[\"io.modelcontextprotocol/protocolVersion\"]";
    private const string CapabilitiesKey = "_meta[\"io.modelcontextprotocol/clientCapabilities\"]";

    /// <summary>Why the request is refused; null when it may be served.</summary>
    /// <param name="envelope">A well-formed request.</param>
    /// <param name="isModern">Whether the request names a revision in its <c>_meta</c>.</param>
    public static RpcFault? Check(in Envelope envelope, out bool isModern)
    {
        RequestParameters parameters = envelope.Parameters;
        isModern = parameters.MetaVersion is not null;
        if (!isModern)
        {
            return parameters.HasModernMeta || envelope.Method == MessageMethod.Discover
                ? RpcFault.InvalidParams($"Name the protocol revision in {VersionKey}, such as \"2026-07-28\".")
                : null;
        }

        if (parameters.MetaVersion != ProtocolVersions.Modern)
        {
            return RpcFault.UnsupportedVersion(
                $"This protocol revision cannot be chosen in {VersionKey}; older clients start with initialize.",
                parameters.MetaVersion!
            );
        }

        if (!parameters.HasClientCapabilities)
        {
            return RpcFault.InvalidParams($"Send the client's capabilities, an object, in {CapabilitiesKey}.");
        }

        return IsRemoved(envelope.Method)
            ? new RpcFault(
                RpcErrorCode.MethodNotFound,
                "This method does not exist in protocol revision 2026-07-28; server/discover says what this server has."
            )
            : null;
    }

    private static bool IsRemoved(MessageMethod method) =>
        method
            is MessageMethod.Initialize
                or MessageMethod.Ping
                or MessageMethod.SetLevel
                or MessageMethod.Subscribe
                or MessageMethod.Unsubscribe;
}
