using System.Net;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Transport.Http;

/// <summary>Finds where a request came from that proxies of the operator's passed on.</summary>
internal static class ForwardedFor
{
    private const string Header = "X-Forwarded-For";

    /// <summary>Sets the address of the connection to the first one that is no trusted proxy's, as the proxies before it say.</summary>
    /// <remarks>Each appends whom it was asked by. What stands before the first that is not trusted may be anything.</remarks>
    public static void Apply(HttpContext context, IReadOnlyList<IPNetwork> trusted)
    {
        if (trusted.Count == 0 || context.Connection.RemoteIpAddress is not { } address)
        {
            return;
        }

        string[] said = string.Join(',', context.Request.Headers[Header].AsEnumerable()).Split(',');
        for (int i = said.Length - 1; i >= 0 && IsTrusted(address, trusted); i--)
        {
            if (Read(said[i].Trim()) is not { } before)
            {
                break;
            }

            address = before;
        }

        context.Connection.RemoteIpAddress = address;
    }

    private static bool IsTrusted(IPAddress address, IReadOnlyList<IPNetwork> trusted)
    {
        IPAddress plain = Plain(address);
        return trusted.Any(network => network.Contains(plain));
    }

    /// <summary>An address, which some proxies write with the port that it came from.</summary>
    private static IPAddress? Read(string text)
    {
        bool hasPort = text.StartsWith('[') || (text.Contains('.', StringComparison.Ordinal) && text.Contains(':'));
        return hasPort && IPEndPoint.TryParse(text, out IPEndPoint? endPoint) ? Plain(endPoint.Address)
            : IPAddress.TryParse(text, out IPAddress? address) ? Plain(address)
            : null;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
