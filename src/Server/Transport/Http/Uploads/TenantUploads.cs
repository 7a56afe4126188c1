using System.Text;
using ClickUpMcp.Protocol;
using ClickUpMcp.Protocol.Messages;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Transport.Http;

/// <summary>Gives the tickets of one tenant.</summary>
/// <param name="tickets">All tickets.</param>
/// <param name="principal">Who the tenant belongs to.</param>
/// <param name="owner">See <see cref="PendingUpload.Owner"/>.</param>
/// <param name="createSession">Makes a session of the tenant.</param>
/// <param name="maxBytes">The most bytes that a file may have.</param>
internal sealed class TenantUploads(
    UploadTickets tickets,
    Principal principal,
    UInt128 owner,
    Func<McpSession> createSession,
    long maxBytes
) : IUploadTickets
{
    public UploadTicket Issue(string tool, string arguments)
    {
        // The same message as a client's own, so that the file comes by the same way as every call.
        byte[] message = Encoding.UTF8.GetBytes(
            $$$$$"""{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"{{{{{tool}}}}}","arguments":{{{{{arguments}}}}},"_meta":{"io.modelcontextprotocol/protocolVersion":"{{{{{ProtocolVersions.Modern}}}}}","io.modelcontextprotocol/clientCapabilities":{}}}}"""
        );
        string token = tickets.Issue(
            new PendingUpload(principal, owner, createSession, message, maxBytes, tickets.Expiry)
        );
        return new UploadTicket(tickets.Origin + HttpRoutes.Uploads, token, UploadTickets.Lifetime, maxBytes);
    }
}
