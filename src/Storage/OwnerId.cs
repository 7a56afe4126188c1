using System.Security.Cryptography;
using System.Text;

namespace ClickUpMcp.Storage;

/// <summary>Says whose a record is: the hash of a ClickUp user's id, the same on every node and after every sign-in.</summary>
/// <remarks>
/// It keeps ids out of dumps and logs, but ClickUp's ids are few: who has the hash and tries them all finds the person.
/// So it is still personal data, and erased with the rest.
/// </remarks>
public static class OwnerId
{
    /// <summary>The owner that a ClickUp user is.</summary>
    public static string Of(string clickUpUserId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"clickup user {clickUpUserId}")));

    /// <summary>Reads what an operator calls a person by: the ClickUp user id in digits, or the owner itself.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static string Parse(string text) =>
        text switch
        {
            { Length: SHA256.HashSizeInBytes * 2 } when text.All(char.IsAsciiHexDigitLower) => text,
            { Length: > 0 and <= 20 } when text.All(char.IsAsciiDigit) => Of(text),
            _ => throw new FormatException(
                "the id of a ClickUp user in digits, or an owner as the listings show it, in 64 hexadecimal digits"
            ),
        };
}
