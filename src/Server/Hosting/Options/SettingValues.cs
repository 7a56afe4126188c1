using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using Microsoft.Extensions.Logging;

namespace ClickUpMcp.Hosting;

/// <summary>Reads the values of settings; each throws <see cref="FormatException"/> that says what was expected.</summary>
internal static class SettingValues
{
    private const int LongestApiKey = 4096;
    private const int MostApiKeys = 10;
    private const int ShortestSharedKey = 32;
    private const string BearerScheme = "Bearer ";

    public static Secret ApiKey(string value)
    {
        if (IsPlaceholder(value))
        {
            throw new FormatException(
                "the token itself: it is a placeholder such as ${CLICKUP_API_KEY} that your client did not replace; "
                    + "write the token there, or leave the setting out and set the variable where the server starts"
            );
        }

        if (value.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase))
        {
            throw new FormatException("the token alone, without \"Bearer\" before it");
        }

        // It becomes a header's value: anything else would be sent wrongly, or break the header.
        bool isToken =
            value.Length <= LongestApiKey
            && value.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0
            && HasLetterOrDigit(value);
        return isToken ? new Secret(value) : throw new FormatException("one line of printable ASCII, without spaces");
    }

    // Without an enumerator, which would show in the memory of every start.
    private static bool HasLetterOrDigit(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('0', '9') || value.ContainsAnyInRange('A', 'Z') || value.ContainsAnyInRange('a', 'z');

    /// <summary>Whether the text is the name of a variable as configuration files write it, which something should have replaced.</summary>
    public static bool IsPlaceholder(string value) =>
        value switch
        {
            ['$', ..] or ['<', .., '>'] or ['{', .., '}'] or ['%', .., '%'] => true,
            _ => false,
        };

    public static Secret[] ApiKeys(string value) =>
        List(value) is { Length: <= MostApiKeys } keys
            ? [.. keys.Select(ApiKey)]
            : throw new FormatException($"1 to {MostApiKeys} tokens, with commas");

    /// <summary>A secret that several processes share to make keys of.</summary>
    public static Secret SharedKey(string value) =>
        value.Length >= ShortestSharedKey
            ? new Secret(value)
            : throw new FormatException($"a random text of at least {ShortestSharedKey} characters");

    public static string Digits(string value) =>
        value.Length is > 0 and <= 20 && value.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            ? value
            : throw new FormatException("digits, as in the workspace's address in the browser");

    /// <remarks>A list that is given narrows something, so an empty one is a mistake and not a wish for everything.</remarks>
    public static string[] List(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            is { Length: > 0 } items
            ? items
            : throw new FormatException("one or several, with commas; leave it out for none");

    public static bool Boolean(string value) =>
        value.ToLowerInvariant() switch
        {
            "true" or "1" or "yes" or "on" => true,
            "false" or "0" or "no" or "off" => false,
            _ => throw new FormatException("true or false"),
        };

    public static ConfirmationRule Confirmation(string value)
    {
        ConfirmationRule rule = ConfirmationRule.Never;
        string[] words = value.Split(',', StringSplitOptions.TrimEntries);
        foreach (string word in words)
        {
            rule |= word.ToLowerInvariant() switch
            {
                "destructive" => ConfirmationRule.Destructive,
                "bulk" => ConfirmationRule.Bulk,
                "always" => ConfirmationRule.Always,
                "never" when words.Length == 1 => ConfirmationRule.Never,
                _ => throw new FormatException("never, always, destructive, bulk, or destructive,bulk"),
            };
        }

        return rule;
    }

    public static LockdownMode Lockdown(string value) =>
        value.ToLowerInvariant() switch
        {
            "off" => LockdownMode.Off,
            "flag" => LockdownMode.Flag,
            "drop" => LockdownMode.Drop,
            _ => throw new FormatException("off, flag or drop"),
        };

    public static OutputFormat Format(string value) =>
        value.ToLowerInvariant() switch
        {
            "text" => OutputFormat.Text,
            "json" => OutputFormat.Json,
            _ => throw new FormatException("text or json"),
        };

    public static string TimeZone(string value) =>
        TimeZones.FindFolded(value)?.Id
        ?? throw new FormatException("a time zone by its IANA id, as Europe/Berlin or America/New_York");

    public static LogLevel Level(string value) =>
        value.ToLowerInvariant() switch
        {
            "debug" => LogLevel.Debug,
            "info" => LogLevel.Information,
            "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "none" => LogLevel.None,
            _ => throw new FormatException("debug, info, warning, error or none"),
        };

    public static int Integer(string value, int minimum, int maximum) =>
        int.TryParse(value, out int number) && number >= minimum && number <= maximum
            ? number
            : throw new FormatException($"a whole number from {minimum} to {maximum}");
}
