using System.Text.Json;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build.Clients;

/// <summary>How long a result may be for a client, as the spec has it by the name that the client gives itself.</summary>
internal static class ClientCap
{
    private static readonly JsonElement Clients = JsonElement
        .Parse(File.ReadAllBytes(Repository.At("spec", "clickup-tools.json")))
        .GetProperty("clients");

    public static int Of(string name)
    {
        var letters = string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        foreach (var known in Clients.GetProperty("known").EnumerateArray())
        {
            if (letters.Contains(known.GetProperty("name").GetString()!, StringComparison.Ordinal))
            {
                return known.GetProperty("resultBytes").GetInt32();
            }
        }

        return Clients.GetProperty("resultBytes").GetInt32();
    }
}
