using System.Net;
using System.Net.Sockets;

namespace ClickUpMcp.Outside;

/// <summary>Tells addresses of the public internet from all others: this machine's, private networks', special ones.</summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        // RFC 6890 and the registries of special-purpose addresses.
        .. new[]
        {
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.31.196.0/24",
            "192.52.193.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "192.175.48.0/24",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
        }.Select(static text => IPNetwork.Parse(text)),
    ];

    private static readonly IPNetwork[] NotPublicOfGlobal =
    [
        // Teredo and the other protocol assignments, documentation, 6to4, SRv6: each may lead elsewhere.
        IPNetwork.Parse("2001::/23"),
        IPNetwork.Parse("2001:db8::/32"),
        IPNetwork.Parse("2002::/16"),
        IPNetwork.Parse("2620:4f:8000::/48"),
        IPNetwork.Parse("3fff::/20"),
    ];

    public static bool IsPublic(IPAddress address) =>
        address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !NotPublic.Any(network => network.Contains(address)),
            AddressFamily.InterNetworkV6 => address.ScopeId == 0
                && IsGlobalUnicast(address)
                && !NotPublicOfGlobal.Any(network => network.Contains(address)),
            _ => false,
        };

    // 2000::/3. What maps IPv4 is not in it, and nothing public needs to be connected to as such.
    private static bool IsGlobalUnicast(IPAddress address)
    {
        const byte FirstThreeBits = 0b1110_0000;
        return (address.GetAddressBytes()[0] & FirstThreeBits) == 0b0010_0000;
    }
}
