using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Renames a page or writes its text, and reads it back: the response has no body.</summary>
internal sealed class UpdateDocumentPageHandler : IToolHandler<ResolvedUpdateDocumentPage>
{
    private const string Replace = "replace";
    private const string Append = "append";
    private const string Prepend = "prepend";
    private const string Paragraph = "\n\n";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedUpdateDocumentPage arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        string? text = arguments.ReplaceContent ?? arguments.AppendContent ?? arguments.PrependContent;
        string? mode =
            text is null ? null
            : arguments.AppendContent is not null ? Append
            : arguments.PrependContent is not null ? Prepend
            : arguments.ContentEditMode ?? Replace;
        // ClickUp joins the texts as they are, so without a blank line the last paragraph would go on.
        string? content = mode switch
        {
            Append => Paragraph + text!.TrimStart('\r', '\n'),
            Prepend => text!.TrimEnd('\r', '\n') + Paragraph,
            _ => text,
        };
        ResolvedUpdateDocumentPage change = arguments with { ContentEditMode = mode };
        await context.Services.Client.SendAsync(change.PutPage(content), cancellationToken);
        JsonElement page = await context.SendAsync(arguments.GetDocumentPage(), cancellationToken);
        string[] ignored =
        [
            .. Ignored("name", arguments.Name, page.Text("name")),
            .. Ignored("sub_title", arguments.SubTitle, page.Text("sub_title")),
            .. Holds(page.Text("content"), text, mode) ? [] : new[] { "content" },
        ];
        return HandlerResult.Sentence(
            ignored.Length > 0 ? WriteCheck.Sentence(ignored) : $"{Report(mode)} page {arguments.Given.Page.Text}."
        );
    }

    private static string Report(string? mode) =>
        mode switch
        {
            Append => "Appended the text as a new paragraph at the end of",
            Prepend => "Put the text before that of",
            Replace => "Replaced the whole text of",
            _ => "Renamed",
        };

    private static string[] Ignored(string argument, string? wanted, string? shown) =>
        wanted is null
        || string.Equals(wanted.Trim(), shown?.Trim() ?? string.Empty, StringComparison.OrdinalIgnoreCase)
            ? []
            : [argument];

    // Formatting does not survive word for word, letters and digits do.
    private static bool Holds(string? shown, string? text, string? mode)
    {
        string there = LettersOf.Text(shown ?? string.Empty);
        string wanted = LettersOf.Text(text ?? string.Empty);
        return mode switch
        {
            Append => there.EndsWith(wanted, StringComparison.Ordinal),
            Prepend => there.StartsWith(wanted, StringComparison.Ordinal),
            _ => there.Contains(wanted, StringComparison.Ordinal),
        };
    }
}
