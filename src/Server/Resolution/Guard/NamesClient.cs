using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Resolution;

/// <summary>Notes which names that look-ups read are from outside.</summary>
/// <param name="inner">Sends.</param>
/// <param name="texts">Takes them.</param>
/// <param name="directory">Knows who belongs to the workspace.</param>
internal sealed class NamesClient(IClickUpClient inner, AuthoredTexts texts, WorkspaceDirectory directory)
    : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        ClickUpResponse response = await inner.SendAsync(request with { Wanted = null }, cancellationToken);
        KnownAuthors authors = await directory.ReadAuthorsAsync(cancellationToken);
        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Body);
            texts.Apply(document.RootElement, authors, namesOnly: true, seen: texts.AddName);
        }
        catch (JsonException)
        {
            // Who reads it says so.
        }

        return response;
    }
}
