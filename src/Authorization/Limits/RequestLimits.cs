using System.Net;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Authorization.Limits;

/// <summary>Bounds how often strangers may ask (O-10), by address and by client, over all nodes that share the store.</summary>
internal sealed class RequestLimits(IRecordStore store, AuthorizationOptions options, TimeProvider time)
{
    // Registering leaves something behind, and a client does it once.
    private const int RegistrationShare = 4;

    // One client may be that of many people.
    private const int ClientShare = 10;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Counts a request from an address; how long to wait if there were too many, else null.</summary>
    public ValueTask<TimeSpan?> CountAsync(string path, IPAddress? address, CancellationToken cancellationToken)
    {
        int most = path == Paths.Register ? options.RequestsPerMinute / RegistrationShare : options.RequestsPerMinute;
        return CountAsync($"{path} {Network(address)}", Math.Max(1, most), cancellationToken);
    }

    /// <summary>Counts a request of a client; how long to wait if there were too many, else null.</summary>
    public ValueTask<TimeSpan?> CountClientAsync(string path, string clientId, CancellationToken cancellationToken) =>
        CountAsync($"{path} client {clientId}", options.RequestsPerMinute * ClientShare, cancellationToken);

    private async ValueTask<TimeSpan?> CountAsync(string what, int most, CancellationToken cancellationToken)
    {
        DateTimeOffset now = time.GetUtcNow();
        long window = now.Ticks / Window.Ticks;
        DateTimeOffset end = new((window + 1) * Window.Ticks, TimeSpan.Zero);
        CountResult result = await store.CountAsync(
            AuthorizationRecords.Requests,
            SecretText.Hash($"{window} {what}"),
            amount: 1,
            most,
            end,
            owner: null,
            cancellationToken
        );
        return result.IsCounted ? null : end - now;
    }

    // Whoever has one address of version 6 has all of a /64.
    private static string Network(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        byte[] bytes = address.GetAddressBytes();
        return Convert.ToHexStringLower(bytes.AsSpan(0, Math.Min(bytes.Length, 8)));
    }
}
