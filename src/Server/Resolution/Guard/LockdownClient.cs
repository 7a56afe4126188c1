using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Resolution;

/// <summary>Keeps texts from outside away from tools that only read, so that nothing they make of a response holds any.</summary>
/// <remarks>
/// Tools that write get responses as they are, since they may send parts of them back; what those say in the end is looked through
/// for the same texts. Where texts are marked, long ones are left to who shows them: sections and versions are made of them.
/// </remarks>
/// <param name="inner">Sends.</param>
/// <param name="call">The call.</param>
/// <param name="texts">What is done with the texts.</param>
/// <param name="directory">Knows who belongs to the workspace.</param>
/// <param name="seen">Takes the texts of responses that are left as they are.</param>
/// <param name="remarks">Takes what marks mean.</param>
internal sealed class LockdownClient(
    IClickUpClient inner,
    IUpstreamCall call,
    AuthoredTexts texts,
    WorkspaceDirectory directory,
    Action<string, TextOrigin> seen,
    CallRemarks remarks
) : IClickUpClient
{
    public async ValueTask<ClickUpResponse> SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
    {
        ClickUpResponse response = await inner.SendAsync(request with { Wanted = null }, cancellationToken);
        if (response.IsEmpty)
        {
            return response;
        }

        KnownAuthors authors = await directory.ReadAuthorsAsync(cancellationToken);
        try
        {
            using JsonDocument document = JsonDocument.Parse(response.Body);
            if (call.Permission.MayChange)
            {
                texts.Apply(
                    document.RootElement,
                    authors,
                    seen: (text, origin) =>
                    {
                        seen(text, origin);
                        texts.AddName(text, origin);
                    }
                );
                return response;
            }

            bool hasAny = false;
            bool isFlag = texts.Mode == LockdownMode.Flag;
            JsonElement shown = texts.Apply(document.RootElement, authors, namesOnly: isFlag, seen: Note);
            if (!hasAny)
            {
                return response;
            }

            if (isFlag)
            {
                remarks.AddOnce(texts.Note);
            }

            return response.With(Encoding.UTF8.GetBytes(shown.GetRawText()));

            void Note(string text, TextOrigin origin)
            {
                hasAny = true;
                seen(text, origin);
            }
        }
        catch (JsonException)
        {
            // No JSON: who asked for it says so.
            return response;
        }
    }
}
