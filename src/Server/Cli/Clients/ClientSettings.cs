using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Cli.Clients;

/// <summary>Makes this server known to a client, or unknown again.</summary>
/// <param name="client">The client.</param>
/// <param name="path">Its file.</param>
internal sealed class ClientSettings(ClientTarget client, string path)
{
    /// <summary>Writes the entry into the client's file.</summary>
    /// <returns>What was done, in one sentence.</returns>
    /// <exception cref="UnusableException">The file cannot be read, understood or written; it is as it was.</exception>
    public string Install(ServerEntry entry)
    {
        byte[] file = ClientFile.Read(path);
        byte[] changed = Understood(() =>
            client.Format == ClientFormat.Toml ? Toml.With(file, entry) : Json.With(file, entry)
        );
        return changed.AsSpan().SequenceEqual(file)
            ? $"{client.Title} knows the server already; {path} was not changed."
            : $"{client.Title} knows the server now: {path}{Replace(file, changed, entry.HoldsSecret)}.";
    }

    /// <summary>Takes the entry out of the client's file.</summary>
    /// <inheritdoc cref="Install" />
    public string Uninstall()
    {
        byte[] file = ClientFile.Read(path);
        byte[]? changed = Understood(() =>
            client.Format == ClientFormat.Toml ? Toml.Without(file) : Json.Without(file)
        );
        if (changed is null)
        {
            return $"{client.Title} does not know the server; {path} was not changed.";
        }

        string backup = Replace(file, changed, isSecret: false);
        if (IsEmpty(changed))
        {
            ClientFile.Delete(path);
        }

        return $"{client.Title} does not know the server any more: {path}{backup}.{LeftBehind(file)}";
    }

    /// <summary>The entry, to be put into the file by hand.</summary>
    public string Print(ServerEntry entry) =>
        client.Format == ClientFormat.Toml ? Toml.Print(entry) : Json.Print(entry);

    private JsonServerList Json => new(client.Section, client.IsTyped);

    private TomlServerList Toml => new(client.Section);

    private T Understood<T>(Func<T> change)
    {
        try
        {
            return change();
        }
        catch (UnreadableFileException e)
        {
            throw new UnusableException($"{path}, {e.Message} It was not changed.");
        }
    }

    /// <returns>Where the former content is, to be put behind the path; a copy of a token would be one that nobody thinks of.</returns>
    private string Replace(byte[] file, byte[] changed, bool isSecret)
    {
        byte[] former = TextEdit.Apply(
            file,
            Find(file).Select(static part => part with { Text = EntryToken.Without(part.Text) })
        );
        string exception = former.AsSpan().SequenceEqual(file) ? string.Empty : ", but for the token";
        return ClientFile.Write(path, changed, former, isSecret) is { } backup
            ? $" (as it was before{exception}: {backup})"
            : string.Empty;
    }

    private string LeftBehind(byte[] file) =>
        Find(file).Select(static part => EntryToken.FileOf(part.Text)).FirstOrDefault(File.Exists) is { } keyFile
            ? $" The token is still in {keyFile}."
            : string.Empty;

    private IEnumerable<TextEdit> Find(byte[] file) =>
        client.Format == ClientFormat.Toml ? Toml.Find(file) : Json.Find(file);

    private bool IsEmpty(byte[] file)
    {
        string text = Encoding.UTF8.GetString(file).Trim();
        return client.Format == ClientFormat.Json && text.Replace(" ", string.Empty, StringComparison.Ordinal) == "{}"
            || text.Length == 0;
    }
}
