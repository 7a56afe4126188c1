using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.EndToEndBenchmark.Curves;

/// <summary>Adds lists to a sandbox, spread over folders.</summary>
internal sealed class LargeWorkspace : IDisposable
{
    private const string Space = "90150000001";
    private const int ListsOfFolder = 10;

    private readonly HttpClient _client;
    private readonly List<string> _folders = [];

    public LargeWorkspace(SandboxProcess sandbox)
    {
        _client = new HttpClient { BaseAddress = sandbox.Address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("pk_1_BENCH");
    }

    /// <summary>The lists added so far.</summary>
    public int Lists { get; private set; }

    /// <summary>The name of the list that was added last.</summary>
    public string Last => Name(Lists);

    /// <summary>Adds lists until there are so many.</summary>
    public async Task GrowAsync(int lists, CancellationToken cancellationToken)
    {
        while (Lists < lists)
        {
            if (Lists % ListsOfFolder == 0)
            {
                _folders.Add(await MakeAsync($"space/{Space}/folder", $"Folder {_folders.Count}", cancellationToken));
            }

            Lists++;
            await MakeAsync($"folder/{_folders[^1]}/list", Last, cancellationToken);
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Name(int list) => $"Plan {list:00000}";

    private async Task<string> MakeAsync(string path, string name, CancellationToken cancellationToken)
    {
        using var body = new StringContent($$"""{"name":"{{name}}"}""", Encoding.UTF8, "application/json");
        using var reply = await _client.PostAsync(new Uri($"api/v2/{path}", UriKind.Relative), body, cancellationToken);
        reply.EnsureSuccessStatusCode();
        using var made = JsonDocument.Parse(await reply.Content.ReadAsStreamAsync(cancellationToken));
        return made.RootElement.GetProperty("id").ToString();
    }
}
