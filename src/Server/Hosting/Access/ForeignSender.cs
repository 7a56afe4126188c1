using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Words the refusal of a good token that comes from where it does not belong.</summary>
internal static class ForeignSender
{
    /// <summary>What the audit calls it.</summary>
    public static string ReasonOf(ForeignSenderException foreign) => $"foreign_{foreign.Mark}";

    /// <param name="foreign">What differs.</param>
    /// <param name="principal">Whose token it is.</param>
    public static HttpFaultException Refused(ForeignSenderException foreign, UInt128 principal) =>
        new(
            HttpFault.Of(
                StatusCodes.Status401Unauthorized,
                $"{foreign.Description} Nothing was done. Sign in again from here, or ask the operator for a key of your own."
            ) with
            {
                IsUnknownSender = true,
                Description = foreign.Description,
                Principal = principal,
                Reason = ReasonOf(foreign),
            }
        );
}
