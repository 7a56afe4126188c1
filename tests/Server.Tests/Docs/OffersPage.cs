using System.Globalization;
using System.Text;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page of prompts and resources; the texts in it are what a model is sent.</summary>
internal static class OffersPage
{
    private const string Head = """
        <!-- Generated from spec/; run './build.sh docs' to renew. -->
        # Prompts and resources

        Besides tools the server offers prompts (`prompts/list`, `prompts/get`), resources (`resources/list`, `resources/templates/list`,
        `resources/read`), subscriptions and completions (`completion/complete`), over stdio and HTTP, to clients of the legacy revisions and of 2026-07-28.
        All of it is data in `spec/` ([the spec language](spec-language.md#prompts)), and all of it runs the ordinary tools: the same policy,
        scopes, limits, time limits, audit and cleaned results as a call.

        ## Prompts

        A prompt is a constant text. What is given for an argument is cleaned, cut to one line and put in as a quoted JSON string, and the text
        says that what stands in quotes is data. A prompt is there for who may call all the tools that it names: a server with `--read-only`
        has none that changes things.


        """;

    private const string Resources = """
        ## Resources

        A resource is read by a tool; its text is that tool's result. Each part of a URI is percent-encoded once and may be an id or a name,
        as the tools take them (`Space%20%2F%20Folder%20%2F%20List` is a path). `resources/list` names workspaces and their spaces, in pages;
        everything else is reached by the templates. What is not there is error -32002 in legacy revisions and -32602 in 2026-07-28; so is a
        URI that is none of these, and one whose tool the principal lacks.

        | template | what it shows | tool |
        | --- | --- | --- |

        """;

    private const string Subscriptions = """

        ## Subscriptions

        Tasks, lists and the tasks of a list can be subscribed to: `resources/subscribe` in a legacy session, `subscriptions/listen` with
        `resourceSubscriptions` in 2026-07-28. ClickUp is asked again once in every `--watch-seconds` (60 by default, at least 15, 0 turns
        subscriptions off), once for all who watch the same, and `notifications/resources/updated` follows when the text differs. Such a look
        counts for no limit of calls and takes ClickUp's budget only where nobody waits for it. One session or request watches at most 20
        resources, one principal 50; all ends with the session.

        """;

    private const string Completions = """

        ## Completions

        Arguments that name things, and the variables of templates, are completed with names from the same listings in which the tools look
        names up (kept for a minute): those that begin with what was typed, then those that contain it, else close ones for a typing mistake;
        at most 100, with the number of all. A name that several things have comes with its path. What the other arguments say
        (`context.arguments`) narrows the place: the workspace, the Doc of a page. Tasks are completed only where a list, folder or space is given.

        """;

    public static string Write()
    {
        StringBuilder page = new(Head);
        foreach (PromptDefinition prompt in EmittedCatalog.Instance.Prompts)
        {
            Append(page, prompt);
        }

        page.Append(Resources);
        foreach (ResourceTemplate template in EmittedCatalog.Instance.Resources)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{template.Uri}` | {template.Description} | `{template.Tool}` |\n"
            );
        }

        return page.Append(Subscriptions).Append(Completions).ToString().TrimEnd().ReplaceLineEndings("\n") + "\n";
    }

    private static void Append(StringBuilder page, PromptDefinition prompt)
    {
        page.Append(CultureInfo.InvariantCulture, $"### {prompt.Title} (`{prompt.Name}`)\n\n{prompt.Description}\n\n");
        page.Append("| argument | what to give |\n| --- | --- |\n");
        foreach (PromptArgument argument in prompt.Arguments)
        {
            string star = argument.Default is null ? " *" : "";
            string values = argument.Values.Length > 0 ? $" One of {string.Join(", ", argument.Values)}." : "";
            page.Append(
                CultureInfo.InvariantCulture,
                $"| `{argument.Name}`{star} | {argument.Description}{values} |\n"
            );
        }

        page.Append(CultureInfo.InvariantCulture, $"\n```text\n{prompt.Text}\n```\n\n");
    }
}
