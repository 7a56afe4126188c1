using System.Globalization;
using ClickUpMcp.Authorization;
using ClickUpMcp.Authorization.Records;
using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin grants</c>: shows what users allowed to clients, and takes it back; that counts for the next request.</summary>
internal sealed class GrantsWord : IAdminWord
{
    private const int PageLength = 100;

    public string Usage => "grants list | show ID | revoke ID | erase";

    public string Summary => "show what users allowed to applications, revoke it, or erase all of one user";

    public VerbFlag[] Flags => [AdminCommand.UserFlag];

    public async Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        string? owner = command.Arguments.Has(AdminCommand.UserFlag.Name) ? command.RequireOwner() : null;
        await using IRecordStore store = await command.OpenStoreAsync(cancellationToken);
        RecordSealer sealer = new(OpenedStore.KeysOf(command.Options.Http.Store));
        IGrants grants = new GrantStore(
            new SealedStore(store, sealer),
            AuthorizationRecords.LongestGrant,
            command.Environment.Time
        );
        switch (command.Rest)
        {
            case ["list"]:
                await ListAsync(command, grants, owner, cancellationToken);
                return ExitCode.Ok;
            case ["show", var id] when owner is null:
                return Show(command, id, await grants.FindAsync(id, cancellationToken));
            case ["revoke", var id] when owner is null:
                return Revoked(command, id, await grants.RevokeAsync(id, cancellationToken));
            case ["erase"] when owner is not null:
                int erased = await grants.EraseAsync(owner, cancellationToken);
                command.Environment.WriteLine($"Erased {erased} records of this user.");
                return ExitCode.Ok;
            default:
                throw new OptionsException(
                    $"Write: clickup-mcp admin {Usage}; list takes --user ID, and erase needs it."
                );
        }
    }

    private static async Task ListAsync(
        AdminCommand command,
        IGrants grants,
        string? owner,
        CancellationToken cancellationToken
    )
    {
        string? after = null;
        while (await grants.ListAsync(owner, after, PageLength, cancellationToken) is { Count: > 0 } page)
        {
            foreach (Grant grant in page)
            {
                command.Environment.WriteLine(
                    $"{grant.Id}  {Day(grant.LastUsed)}  {Day(grant.Expires)}  {string.Join(' ', grant.Scopes)}  {grant.ClientName}"
                );
            }

            after = page[^1].Id;
        }
    }

    private static int Show(AdminCommand command, string id, Grant? grant)
    {
        if (grant is null)
        {
            return NotFound(command, id);
        }

        command.Environment.WriteLine(
            string.Join(
                '\n',
                $"id          {grant.Id}",
                $"owner       {grant.Owner}",
                $"client      {grant.ClientName}{(grant.IsVerified ? " (verified)" : string.Empty)}",
                $"client id   {grant.ClientId}",
                $"scopes      {string.Join(' ', grant.Scopes)}",
                $"workspaces  {string.Join(", ", grant.Workspaces.Select(static there => $"{there.Name} ({there.Id})"))}",
                $"bound to    {(grant.Binding is { } binding ? string.Join(' ', binding.To) : "nothing")}",
                $"allowed     {Day(grant.Created)}",
                $"last used   {Day(grant.LastUsed)}",
                $"until       {Day(grant.Expires)}"
            )
        );
        return ExitCode.Ok;
    }

    private static int Revoked(AdminCommand command, string id, bool wasThere)
    {
        if (!wasThere)
        {
            return NotFound(command, id);
        }

        command.Environment.WriteLine($"Grant {id} is revoked from the next request on.");
        return ExitCode.Ok;
    }

    private static int NotFound(AdminCommand command, string id)
    {
        command.Environment.WriteError($"There is no grant {id}; clickup-mcp admin grants list shows all.");
        return ExitCode.Failed;
    }

    private static string Day(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
