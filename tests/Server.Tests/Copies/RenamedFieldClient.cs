using System.Text;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Copies;

/// <summary>Shows a field of a list and one of its options by other names, so that two lists have fields of one name with ids of their own.</summary>
/// <param name="inner">Sends the requests.</param>
/// <param name="list">The list.</param>
/// <param name="names">The names as they are, and as they are shown.</param>
internal sealed class RenamedFieldClient(IClickUpClient inner, string list, Dictionary<string, string> names)
    : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        ClickUpResponse response = await inner.SendAsync(request, cancellationToken);
        return request.Path.EndsWith($"/list/{list}/field", StringComparison.Ordinal)
            ? response.With(Encoding.UTF8.GetBytes(Rename(Encoding.UTF8.GetString(response.Body.Span))))
            : response;
    }

    private string Rename(string body) =>
        names.Aggregate(body, static (text, name) => text.Replace($"\"{name.Key}\"", $"\"{name.Value}\""));
}
