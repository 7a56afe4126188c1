using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Hosting.Access;

/// <summary>Lets in by licence keys that the operator gave out; each request asks the store, so that a change counts at once.</summary>
internal sealed class LicenceKeys(LicenceStore licences, TimeProvider time) : ITokenKind
{
    public PrincipalKind Kind => PrincipalKind.Licence;

    /// <summary>The principal of a licence.</summary>
    public static UInt128 PrincipalOf(string licence) => PrincipalId.Of($"licence {licence}");

    public async ValueTask<Principal?> FindAsync(PresentedToken credential, CancellationToken cancellationToken)
    {
        if (
            !LicenceStore.IsKey(credential.Text)
            || await licences.FindByKeyAsync(credential.Text, cancellationToken) is not { } licence
            || !licence.IsGood(time.GetUtcNow())
        )
        {
            return null;
        }

        try
        {
            await licences.CheckSenderAsync(licence, credential.Sender, cancellationToken);
        }
        catch (ForeignSenderException foreign)
        {
            throw ForeignSender.Refused(foreign, PrincipalOf(licence.Id));
        }

        if (licence.Limits.Devices > 0)
        {
            await CheckDeviceAsync(licence, credential.Sender.Device, cancellationToken);
        }

        LicenceLimits limits = licence.Limits;
        return new Principal(PrincipalOf(licence.Id), ToolScopeWords.Parse(limits.Scopes))
        {
            Kind = PrincipalKind.Licence,
            Reference = licence.Id,
            Name = licence.Name,
            Workspaces = limits.Workspaces,
            Tools = limits.Tools.Count == 0 ? null : string.Join(',', limits.Tools),
            CallsPerDay = limits.CallsPerDay,
        };
    }

    public async ValueTask<bool> KnowsAsync(Principal principal, CancellationToken cancellationToken) =>
        principal.Reference is { } id
        && await licences.FindAsync(id, cancellationToken) is { } licence
        && licence.IsGood(time.GetUtcNow());

    private async ValueTask CheckDeviceAsync(Licence licence, string? device, CancellationToken cancellationToken)
    {
        if (device is null)
        {
            throw Refused(
                $"This licence key is good on {licence.Limits.Devices} devices, so each must name itself: send "
                    + $"{Sender.DeviceHeader} with {Sender.ShortestDevice} to {Sender.LongestDevice} characters of ASCII that stay the same."
            );
        }

        if (!await licences.SeeDeviceAsync(licence, device, cancellationToken))
        {
            throw Refused(
                $"This licence key is in use on {licence.Limits.Devices} devices, which is all that it is good for; "
                    + "one that is not used for 30 days makes room, and whoever gave out the key can allow more."
            );
        }
    }

    private static HttpFaultException Refused(string message) =>
        new(HttpFault.Of(StatusCodes.Status403Forbidden, message));
}
