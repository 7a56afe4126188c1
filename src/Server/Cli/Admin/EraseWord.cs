using ClickUpMcp.Hosting;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin erase</c>: removes all that is kept of a person, sealed or not, and what counts for them.</summary>
internal sealed class EraseWord : IAdminWord
{
    public string Usage => "erase --user ID";

    public string Summary => "remove everything that is kept of a user; there is no way back";

    public VerbFlag[] Flags => [AdminCommand.UserFlag];

    public async Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        PositionalArguments.Expect(command.Arguments, 1);
        string owner = command.RequireOwner();
        await using IRecordStore store = await command.OpenStoreAsync(cancellationToken);
        int erased = await store.EraseAsync(owner, cancellationToken);
        command.Environment.WriteLine(
            erased == 0 ? "Nothing was kept of this user." : $"Erased {erased} of this user's records and counters."
        );
        return ExitCode.Ok;
    }
}
