using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ClickUpMcp.Authorization.Senders;

/// <summary>What can be told of who sends a request, before anything of it is believed.</summary>
/// <param name="Client">The names of the products in <c>User-Agent</c>; empty where it sends none.</param>
/// <param name="Device">What it says in <c>X-Device-Id</c>; null where it says nothing that can be one.</param>
/// <param name="Network">The network that it comes from; empty where that is not known.</param>
public readonly record struct Sender(string Client, string? Device, string Network)
{
    /// <summary>The header by which devices are told apart.</summary>
    public const string DeviceHeader = "X-Device-Id";

    /// <summary>The least characters of a device's name.</summary>
    public const int ShortestDevice = 8;

    /// <summary>The most characters of a device's name.</summary>
    public const int LongestDevice = 128;

    // What providers give to one customer, so that who gets another address there is not sent away.
    private const int NetworkBytes4 = 3;
    private const int NetworkBytes6 = 6;

    /// <summary>Reads the head of a request, and where it came from.</summary>
    public static Sender Of(HttpRequest request) =>
        new(
            ClientOf(request.Headers.UserAgent.ToString()),
            request.Headers[DeviceHeader] is [{ } device] && IsDevice(device) ? device : null,
            NetworkOf(request.HttpContext.Connection.RemoteIpAddress)
        );

    /// <summary>Whether a text can be the name of a device.</summary>
    public static bool IsDevice(string text) =>
        text.Length is >= ShortestDevice and <= LongestDevice
        && Ascii.IsValid(text)
        && !text.AsSpan().ContainsAnyInRange('\0', '\x1F')
        && !text.Contains('\x7F', StringComparison.Ordinal);

    /// <summary>The names of the products, without versions and comments: an update changes those while tokens live.</summary>
    private static string ClientOf(string userAgent)
    {
        StringBuilder names = new(userAgent.Length);
        int depth = 0;
        bool isInVersion = false;
        foreach (char c in userAgent)
        {
            switch (c)
            {
                case '(':
                    depth++;
                    break;
                case ')':
                    depth = Math.Max(0, depth - 1);
                    break;
                case ' ' or '\t' when depth == 0:
                    isInVersion = false;
                    names.Append(names is [.., not ' '] ? " " : "");
                    break;
                case '/' when depth == 0:
                    isInVersion = true;
                    break;
                case var _ when depth == 0 && !isInVersion:
                    names.Append(char.ToLowerInvariant(c));
                    break;
            }
        }

        return names.ToString().TrimEnd();
    }

    private static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        int bytes = plain.AddressFamily == AddressFamily.InterNetwork ? NetworkBytes4 : NetworkBytes6;
        return Convert.ToHexStringLower(plain.GetAddressBytes().AsSpan(0, bytes));
    }
}
