using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Storage;

namespace ClickUpMcp.Cli.Admin;

/// <summary>What a word after <c>admin</c> works with: what it was given, the options, and the store.</summary>
internal sealed record AdminCommand(CommandArguments Arguments, ServerOptions Options, CliEnvironment Environment)
{
    /// <summary>What follows the word, besides flags.</summary>
    public IReadOnlyList<string> Rest => [.. Arguments.PositionalArguments.Skip(1)];

    /// <summary>Opens the store that the server uses.</summary>
    /// <exception cref="OptionsException">It is one that only the server itself can reach.</exception>
    /// <exception cref="StoreException">It cannot be used.</exception>
    public async Task<IRecordStore> OpenStoreAsync(CancellationToken cancellationToken)
    {
        StoreOptions store = Options.Http.Store;
        return store.IsDurable
            ? await StoreFactory.OpenAsync(store.Address.Reveal(), Environment.Time, cancellationToken)
            : throw new OptionsException(
                "Name the store that the server uses with --store or CLICKUP_MCP_STORE; what a server keeps in memory only it can reach."
            );
    }

    /// <summary>The person that <c>--user</c> names.</summary>
    /// <exception cref="OptionsException">It names nobody.</exception>
    public string RequireOwner()
    {
        try
        {
            return OwnerId.Parse(Arguments.Flag(UserFlag.Name) ?? string.Empty);
        }
        catch (FormatException e)
        {
            throw new OptionsException($"--{UserFlag.Name} must be {e.Message}.");
        }
    }

    /// <summary>The flag that names a person.</summary>
    public static VerbFlag UserFlag { get; } = new("user", "ID", "whose records: a ClickUp user id, or an owner");
}
