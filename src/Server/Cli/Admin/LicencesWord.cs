using System.Globalization;
using ClickUpMcp.Authorization.Licences;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Access;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin licences</c>: gives out licence keys, shows them, and changes what they allow; a change counts for the next request.</summary>
internal sealed class LicencesWord : IAdminWord
{
    private const int DaysShown = 7;
    private const int LongestName = 64;

    public string Usage => "licences issue NAME | list | show ID | limit ID | suspend ID | resume ID | revoke ID";

    public string Summary => "give out licence keys, show them with their use, and change or end what they allow";

    public VerbFlag[] Flags => LicenceFlags.All;

    public async Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        await using IRecordStore store = await command.OpenStoreAsync(cancellationToken);
        RecordSealer sealer = new(OpenedStore.KeysOf(command.Options.Http.Store));
        LicenceStore licences = new(store, sealer, command.Environment.Time);
        DailyUsage usage = new(store, command.Environment.Time);
        return command.Rest switch
        {
            ["issue", var name] => await IssueAsync(command, licences, name, cancellationToken),
            ["list"] => await ListAsync(command, licences, cancellationToken),
            ["show", var id] => await ShowAsync(command, licences, usage, id, cancellationToken),
            ["limit", var id] => await LimitAsync(command, licences, id, cancellationToken),
            ["suspend", var id] => await SetAsync(command, licences, id, LicenceState.Suspended, cancellationToken),
            ["resume", var id] => await SetAsync(command, licences, id, LicenceState.Active, cancellationToken),
            ["revoke", var id] => await SetAsync(command, licences, id, LicenceState.Revoked, cancellationToken),
            _ => throw new OptionsException($"Write: clickup-mcp admin {Usage}"),
        };
    }

    private static async Task<int> IssueAsync(
        AdminCommand command,
        LicenceStore licences,
        string name,
        CancellationToken cancellationToken
    )
    {
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl))
        {
            throw new OptionsException($"A name has 1 to {LongestName} characters.");
        }

        IssuedLicence issued = await licences.IssueAsync(
            name,
            LicenceFlags.Life(command.Arguments) ?? TimeSpan.FromDays(365),
            LicenceFlags.Apply(command.Arguments, new LicenceLimits()),
            LicenceFlags.Bind(command.Arguments, current: null),
            cancellationToken
        );
        command.Environment.WriteError(
            $"Licence {issued.Licence.Id} is good until {Day(issued.Licence.Expires)}. Its key is shown only now:"
        );
        command.Environment.WriteLine(issued.Key);
        return ExitCode.Ok;
    }

    private static async Task<int> ListAsync(
        AdminCommand command,
        LicenceStore licences,
        CancellationToken cancellationToken
    )
    {
        string? after = null;
        while (await licences.ListAsync(after, cancellationToken) is { Count: > 0 } page)
        {
            foreach (Licence licence in page)
            {
                command.Environment.WriteLine(
                    $"{licence.Id}  {State(licence, command), -9}  {Day(licence.Expires)}  {licence.Name}"
                );
            }

            after = page[^1].Id;
        }

        return ExitCode.Ok;
    }

    private static async Task<int> ShowAsync(
        AdminCommand command,
        LicenceStore licences,
        DailyUsage usage,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (await licences.FindAsync(id, cancellationToken) is not { } licence)
        {
            return NotFound(command, id);
        }

        LicenceLimits limits = licence.Limits;
        string who = StoredDailyQuota.KeyOf(LicenceKeys.PrincipalOf(id));
        List<string> lines =
        [
            $"id             {licence.Id}",
            $"name           {licence.Name}",
            $"state          {State(licence, command)}",
            $"issued         {Day(licence.Created)}",
            $"until          {Day(licence.Expires)}",
            $"scopes         {string.Join(' ', limits.Scopes)}",
            $"workspaces     {Words(limits.Workspaces)}",
            $"tools          {Words(limits.Tools)}",
            $"calls a day    {Count(limits.CallsPerDay)}",
            $"bound to       {(licence.Binding is { } binding ? string.Join(' ', binding.To) : "nothing")}",
            $"devices        {(limits.Devices == 0 ? "any" : $"{licence.Devices.Count} of {limits.Devices}")}",
        ];
        for (int daysAgo = 0; daysAgo < DaysShown; daysAgo++)
        {
            long calls = await usage.ReadAsync(who, daysAgo, cancellationToken);
            lines.Add($"used {Day(command.Environment.Time.GetUtcNow().AddDays(-daysAgo))}  {calls}");
        }

        command.Environment.WriteLine(string.Join('\n', lines));
        return ExitCode.Ok;
    }

    private static async Task<int> LimitAsync(
        AdminCommand command,
        LicenceStore licences,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (!LicenceFlags.All.Any(flag => command.Arguments.Has(flag.Name)))
        {
            throw new OptionsException(
                $"Say what to change: {string.Join(", ", LicenceFlags.All.Select(static flag => $"--{flag.Name}"))}."
            );
        }

        DateTimeOffset? expires = LicenceFlags.Life(command.Arguments) is { } life
            ? command.Environment.Time.GetUtcNow() + life
            : null;
        Licence? changed = await licences.ChangeAsync(
            id,
            licence =>
                licence with
                {
                    Limits = LicenceFlags.Apply(command.Arguments, licence.Limits),
                    Binding = LicenceFlags.Bind(command.Arguments, licence.Binding),
                    Expires = expires ?? licence.Expires,
                },
            cancellationToken
        );
        return Report(
            command,
            id,
            changed,
            $"Licence {id} was changed.",
            static licence => licence.State != LicenceState.Revoked
        );
    }

    private static async Task<int> SetAsync(
        AdminCommand command,
        LicenceStore licences,
        string id,
        LicenceState state,
        CancellationToken cancellationToken
    )
    {
        if (LicenceFlags.All.FirstOrDefault(flag => command.Arguments.Has(flag.Name)) is { } flag)
        {
            throw new OptionsException($"--{flag.Name} belongs to issue and limit.");
        }

        Licence? changed = await licences.ChangeAsync(id, licence => licence with { State = state }, cancellationToken);
        return Report(
            command,
            id,
            changed,
            $"Licence {id} is {Word(state)} from the next request on.",
            licence => licence.State == state
        );
    }

    private static int Report(
        AdminCommand command,
        string id,
        Licence? changed,
        string done,
        Func<Licence, bool> isDone
    )
    {
        if (changed is null)
        {
            return NotFound(command, id);
        }

        if (!isDone(changed))
        {
            command.Environment.WriteError($"Licence {id} was revoked, which is for ever; issue another.");
            return ExitCode.Failed;
        }

        command.Environment.WriteLine(done);
        return ExitCode.Ok;
    }

    private static int NotFound(AdminCommand command, string id)
    {
        command.Environment.WriteError($"There is no licence {id}; clickup-mcp admin licences list shows all.");
        return ExitCode.Failed;
    }

    private static string State(Licence licence, AdminCommand command) =>
        licence.State == LicenceState.Active && licence.Expires <= command.Environment.Time.GetUtcNow()
            ? "expired"
            : Word(licence.State);

    private static string Word(LicenceState state) =>
        state switch
        {
            LicenceState.Active => "active",
            LicenceState.Suspended => "suspended",
            _ => "revoked",
        };

    private static string Words(IReadOnlyList<string> words) => words.Count == 0 ? "any" : string.Join(' ', words);

    private static string Count(int number) => number == 0 ? "any" : number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
