using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Authorization.Senders;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli.Admin;

/// <summary>The flags that say what the holder of a licence key may do.</summary>
internal static class LicenceFlags
{
    private const int MostCalls = 1_000_000_000;
    private const int MostDevices = 100;
    private const string Any = "any";

    public static VerbFlag[] All { get; } =
    [
        new("days", "N", "for how many days from now the key is good (365 when it is issued)"),
        new("scopes", "A,B", "of read, write, delete, admin (read)"),
        new("workspaces", "ID,ID", "only in these workspaces; any lifts it"),
        new("only-tools", "A,B", "only these tools; any lifts it"),
        new("daily-calls", "N", "tool calls a day in UTC; 0 for any number"),
        new(
            "bind",
            "A,B",
            "of client, device, network: only for who uses it first; any lifts it, and said again it is free for the next"
        ),
        new("devices", "N", "on how many devices, which then send X-Device-Id; 0 for any number"),
    ];

    /// <summary>For how long a key is to be good; null when nothing is said.</summary>
    /// <exception cref="OptionsException">It is no number of days.</exception>
    public static TimeSpan? Life(CommandArguments arguments) =>
        arguments.Flag("days") is { } days
            ? TimeSpan.FromDays(Number("days", days, 1, (int)LicenceRecords.LongestLife.TotalDays))
            : null;

    /// <summary>The limits with what the flags change.</summary>
    /// <exception cref="OptionsException">A value cannot be what it should be.</exception>
    public static LicenceLimits Apply(CommandArguments arguments, LicenceLimits limits)
    {
        if (arguments.Flag("scopes") is { } scopes)
        {
            limits = limits with { Scopes = [.. Read("scopes", scopes, AccessSettings.Scopes).ToWords()] };
        }

        if (arguments.Flag("workspaces") is { } workspaces)
        {
            limits = limits with { Workspaces = List("workspaces", workspaces, SettingValues.Digits) };
        }

        if (arguments.Flag("only-tools") is { } tools)
        {
            limits = limits with { Tools = List("only-tools", tools, Tool) };
        }

        if (arguments.Flag("daily-calls") is { } calls)
        {
            limits = limits with { CallsPerDay = Number("daily-calls", calls, 0, MostCalls) };
        }

        return arguments.Flag("devices") is { } devices
            ? limits with
            {
                Devices = Number("devices", devices, 0, MostDevices),
            }
            : limits;
    }

    /// <summary>To whom a key belongs: as it is unless the flag says otherwise, and to nobody yet when it does.</summary>
    /// <exception cref="OptionsException">It names what a key cannot be bound to.</exception>
    public static SenderBinding? Bind(CommandArguments arguments, SenderBinding? current) =>
        arguments.Flag("bind") switch
        {
            null => current,
            Any => null,
            var words => SenderBinding.Create(Read("bind", words, AccessSettings.Marks)),
        };

    private static string Tool(string name) =>
        EmittedCatalog.Instance.Find(name) is >= 0 and var index
            ? EmittedCatalog.Instance.Name(index)
            : throw new FormatException($"names of tools, or any; there is no tool {name}");

    private static string[] List(string flag, string text, Func<string, string> read) =>
        text == Any ? [] : Read(flag, text, value => Array.ConvertAll(SettingValues.List(value), item => read(item)));

    private static int Number(string flag, string text, int least, int most) =>
        Read(flag, text, value => SettingValues.Integer(value, least, most));

    private static T Read<T>(string flag, string text, Func<string, T> read)
    {
        try
        {
            return read(text);
        }
        catch (FormatException e)
        {
            throw new OptionsException($"--{flag} must be {e.Message}.");
        }
    }
}
