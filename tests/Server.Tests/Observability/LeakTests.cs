using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text;

namespace ClickUpMcp.Tests.Observability;

/// <summary>What looks for leaks finds them in the forms in which programs write bytes and text.</summary>
public sealed class LeakTests
{
    private const string Secret = "Canary?>";

    public static TheoryData<string> Leaks() =>
        [
            $"x{Secret}y",
            $"x{Secret.ToUpperInvariant()}y",
            $"{Secret.Replace("C", "c", StringComparison.Ordinal)}",
            $"\u0001{Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(Secret))}",
            Convert.ToHexString(Bytes("ab" + Secret)),
            Convert.ToHexStringLower(Bytes(Secret + "ab")),
            new BigInteger(Bytes(Secret), isUnsigned: true).ToString("x", CultureInfo.InvariantCulture),
            Convert.ToBase64String(Bytes(Secret)),
            Convert.ToBase64String(Bytes($"a{Secret}b")),
            Convert.ToBase64String(Bytes($"ab{Secret}")),
            Convert.ToBase64String(Bytes($"abc{Secret.ToLowerInvariant()}de")),
            Convert.ToBase64String(Bytes($"ab{Secret}cd")).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            string.Concat(Bytes(Secret).Select(b => $"%{b:x2}")),
            string.Concat(Secret.Select(c => $@"\u{(int)c:x4}")),
            string.Join(',', Bytes(Secret).Select(b => b.ToString(CultureInfo.InvariantCulture))),
        ];

    [Theory]
    [MemberData(nameof(Leaks))]
    public void A_leak_is_found_in_every_form(string text) =>
        Should.Throw<ShouldAssertException>(() => text.ShouldNotLeak(Secret));

    [Fact]
    public void What_holds_no_secret_is_left_in_peace() =>
        WebUtility.UrlEncode("Can ary, canaries and CANAR Y").ShouldNotLeak(Secret);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
