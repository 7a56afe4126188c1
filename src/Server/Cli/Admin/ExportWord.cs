using ClickUpMcp.Hosting;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary><c>admin export</c>: writes what is kept of a person, a line of JSON for each record.</summary>
internal sealed class ExportWord(IReadOnlyList<RecordKind> kinds) : IAdminWord
{
    public string Usage => "export --user ID";

    public string Summary => "write what is kept of a user as lines of JSON; of sealed values that they are there";

    public VerbFlag[] Flags => [AdminCommand.UserFlag];

    public async Task<int> RunAsync(AdminCommand command, CancellationToken cancellationToken)
    {
        PositionalArguments.Expect(command.Arguments, 1);
        string owner = command.RequireOwner();
        await using IRecordStore store = await command.OpenStoreAsync(cancellationToken);
        foreach (RecordKind kind in kinds)
        {
            RecordQuery query = new(kind) { Owner = owner, Count = RecordQuery.MostRecords };
            await foreach (StoredRecord record in StoredRecords.ListAsync(store, query, cancellationToken))
            {
                command.Environment.WriteLine(RecordJson.Write(record));
            }
        }

        return ExitCode.Ok;
    }
}
