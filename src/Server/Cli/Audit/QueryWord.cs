using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;

namespace ClickUpMcp.Cli.Audit;

/// <summary><c>audit query</c>: writes the lines that flags choose.</summary>
internal static class QueryWord
{
    /// <summary>What can be asked for; each but the times is the name of a member.</summary>
    public static VerbFlag[] Flags { get; } =
    [
        new("since", "TIME", "from this time on: 2026-11-28, 2026-11-28T09:30Z, or 90m, 12h, 7d ago"),
        new("until", "TIME", "before this time, likewise"),
        new("principal", "HASH", "lines of a principal, by the beginning of its hash or by its name"),
        new("tool", "TOOL", "lines of a tool"),
        new("outcome", "OUTCOME", "lines that ended so: ok, tool_error, refused, …"),
        new("session", "HASH", "lines of a session, by the beginning of its hash"),
    ];

    public static int Run(CommandArguments arguments, IAuditLines lines, CliEnvironment environment)
    {
        DateTimeOffset now = environment.Time.GetUtcNow();
        DateTimeOffset since = TimeOf(arguments, "since", now) ?? DateTimeOffset.MinValue;
        DateTimeOffset until = TimeOf(arguments, "until", now) ?? DateTimeOffset.MaxValue;
        (string Member, string Value)[] wanted =
        [
            .. Flags
                .Skip(2)
                .Select(flag => (flag.Name, arguments.Flag(flag.Name)!))
                .Where(static pair => pair.Item2 is not null),
        ];
        foreach ((_, _, string line) in lines.Lines())
        {
            if (Fits(line))
            {
                environment.WriteLine(line);
            }
        }

        return ExitCode.Ok;

        bool Fits(string line)
        {
            try
            {
                using JsonDocument document = JsonDocument.Parse(line);
                JsonElement root = document.RootElement;
                return root.ValueKind == JsonValueKind.Object
                    && root.TryGetProperty("time", out JsonElement time)
                    && time.TryGetDateTimeOffset(out DateTimeOffset at)
                    && at >= since
                    && at < until
                    && wanted.All(pair => Is(root, pair.Member, pair.Value));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    private static bool Is(JsonElement line, string member, string value) =>
        member switch
        {
            "principal" => Begins(Text(line, member), value)
                || Text(line, "principal_name") == value
                || Text(line, member) == AuditLine.HashOf(PrincipalId.OfName(value)),
            "session" => Begins(Text(line, member), value),
            "tool" => Text(line, member) == value || Text(line, "ran") == value,
            _ => Text(line, member) == value,
        };

    private static bool Begins(string? hash, string value) =>
        hash is not null && hash.StartsWith(value, StringComparison.OrdinalIgnoreCase);

    private static string? Text(JsonElement line, string member) =>
        line.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static DateTimeOffset? TimeOf(CommandArguments arguments, string flag, DateTimeOffset now)
    {
        if (arguments.Flag(flag) is not { } text)
        {
            return null;
        }

        if (
            text.Length > 1
            && double.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out double count)
            && count <= 1_000_000
            && UnitOf(text[^1]) is { } unit
        )
        {
            return now - (count * unit);
        }

        return
            char.IsAsciiDigit(text[0])
            && DateTimeOffset.TryParse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out DateTimeOffset time
            )
            ? time
            : throw new OptionsException(
                $"--{flag} must be a time such as 2026-11-28, 2026-11-28T09:30Z, 90m, 12h or 7d."
            );
    }

    private static TimeSpan? UnitOf(char letter) =>
        letter switch
        {
            'm' => TimeSpan.FromMinutes(1),
            'h' => TimeSpan.FromHours(1),
            'd' => TimeSpan.FromDays(1),
            _ => null,
        };
}
