using System.Text;
using ClickUpMcp.Cli.Clients;

namespace ClickUpMcp.Tests.Cli.Clients;

/// <summary>A home folder with the files of clients, for one test.</summary>
internal sealed class ClientHome : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clickup-mcp-home-");

    public Dictionary<string, string> Variables => new() { ["HOME"] = _folder.FullName };

    public string At(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);

    public string FileOf(string client) =>
        ClientTable.Find(client)!.File!(new ClientPlaces(Variables.GetValueOrDefault));

    public void Write(string client, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FileOf(client))!);
        File.WriteAllText(FileOf(client), content);
    }

    public string Read(string client) => Text(FileOf(client));

    /// <summary>All that a file holds, with the mark that may stand at its beginning.</summary>
    public static string Text(string path) => Encoding.UTF8.GetString(File.ReadAllBytes(path));

    public Task<CliRun> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public Task<CliRun> RunAsync(Dictionary<string, string> more, params string[] arguments) =>
        new CliSurroundings { Variables = new(Variables.Concat(more)) }.RunAsync(arguments);

    public void Dispose() => _folder.Delete(recursive: true);
}
