using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A search through docs: what was found, and how much was looked through.</summary>
internal sealed class DocSearch(IReadOnlyList<string> words, string workspace, ToolCallContext context)
{
    // A word that is in more pages of one doc says too little.
    private const int MostOfOneDoc = 20;

    private readonly List<JsonElement> _rows = [];
    private readonly List<string> _unread = [];
    private int _docs;
    private int _pages;
    private int _left;

    /// <summary>The pages that were found, as they are shown.</summary>
    public IReadOnlyList<JsonElement> Rows => _rows;

    /// <summary>Looks through the pages of a doc; one that cannot be read is passed over, and told.</summary>
    public async ValueTask LookAsync(JsonElement doc, ClickUpRequest request, CancellationToken cancellationToken)
    {
        string name = doc.Text("name") ?? string.Empty;
        string id = doc.Text("id") ?? string.Empty;
        IReadOnlyList<DocPageText> pages;
        try
        {
            pages = await DocPageReader.ReadAsync(request, context, cancellationToken);
        }
        catch (ClickUpApiException refusal)
            when (refusal.Kind is ApiErrorKind.NotFoundOrNoAccess or ApiErrorKind.NotAllowed)
        {
            _unread.Add(OutputSanitizer.CleanLine(name));
            return;
        }

        PageMatch[] found = [.. pages.Select(page => PageMatch.Find(page, name, words)).OfType<PageMatch>()];
        _docs++;
        _pages += pages.Count;
        _left += Math.Max(0, found.Length - MostOfOneDoc);
        _rows.AddRange(
            found
                .Take(MostOfOneDoc)
                .Select(match => ReportRows.Thing(writer => match.Write(writer, workspace, id, name)))
        );
    }

    /// <summary>How far was looked.</summary>
    public string Describe(bool isAll)
    {
        string looked = isAll
            ? $"Looked through all {_pages} pages of {_docs} docs, archived docs left out."
            : $"Looked through {_pages} pages of {_docs} docs; archived docs are left out.";
        string left = _left > 0 ? $" {_left} more pages match: add a word." : string.Empty;
        return _unread.Count == 0
            ? looked + left
            : $"{looked}{left} Not readable: {string.Join(", ", _unread.Take(MostOfOneDoc))}.";
    }
}
