using System.Text;
using ClickUpMcp.Errors;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Search;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Words failures so that a model can act on them.</summary>
internal static class ToolErrors
{
    private const int MaximumOptions = 25;
    private const string Bullet = "\n- ";
    private const string InnerBullet = "\n  - ";

    /// <summary>What happened, why, what to do next, and the valid options.</summary>
    public static ToolResult Describe(ActionableException error)
    {
        StringBuilder text = new();
        Append(text, error, Bullet);
        foreach (ActionableException problem in error is ProblemsException several ? several.Problems : [])
        {
            text.Append(Bullet);
            Append(text, problem, InnerBullet);
        }

        return Failure(text.ToString());
    }

    /// <summary>Every problem with a call's arguments, in one result.</summary>
    /// <param name="tool">The tool that was called.</param>
    /// <param name="errors">What its arguments' values lack.</param>
    /// <param name="problems">What their names lack.</param>
    public static ToolResult Describe(
        string tool,
        ArgumentErrors errors,
        IReadOnlyList<ActionableException>? problems = null
    )
    {
        problems ??= [];
        int count = errors.Count + problems.Count;
        StringBuilder text = new();
        text.Append(count).Append(count == 1 ? " problem" : " problems");
        text.Append(" with the arguments of ").Append(tool).Append(':');
        foreach (ArgumentError error in errors.Errors)
        {
            text.Append(Bullet).Append(error.Path).Append(error.Path.Length > 0 ? ": " : string.Empty);
            text.Append(error.Message);
        }

        if (errors.Count > errors.Errors.Count)
        {
            text.Append("\n- … and ").Append(errors.Count - errors.Errors.Count).Append(" more");
        }

        foreach (ActionableException problem in problems)
        {
            text.Append(Bullet);
            Append(text, problem, InnerBullet);
        }

        if (errors.NullRemark is { } remark)
        {
            text.Append('\n').Append(remark);
        }

        return Failure(text.ToString());
    }

    /// <summary>There is no such tool: what the caller may have meant among those it may call.</summary>
    public static string Unknown(string name, ToolInventory inventory) =>
        $"Unknown tool \"{ShownValue.Cut(name)}\"{(ToolSuggestion.For(name, inventory) is { } meant ? $"; did you mean \"{meant}\"?" : string.Empty)}";

    /// <summary>The tool exists, but not for this principal: says why, since not all of it is the operator's wish.</summary>
    public static ToolResult Unavailable(string name, Unavailability reason) =>
        Failure(
            reason switch
            {
                Unavailability.NotChosen =>
                    $"The tool {name} is not among those that were chosen for this server, by persona or by name. "
                        + "Use another, or have it added to the choice.",
                Unavailability.ReadOnly => $"The tool {name} changes things, and this server only reads.",
                Unavailability.Scope =>
                    $"The tool {name} needs a scope that this connection was not granted. Nothing was done; "
                        + "ask the user to connect again and allow it, or the operator to widen the key.",
                Unavailability.Policy => $"The tool {name} is refused by the operator's policy.",
                _ => $"The tool {name} is disabled by the operator's configuration.",
            }
        );

    /// <summary>A bug: the caller learns only an id under which the operator finds the details.</summary>
    /// <remarks>The log gets the exception's type and frames, never its message, which may hold content.</remarks>
    public static ToolResult Unexpected(string tool, Exception exception, Action<string> log)
    {
        string id = Guid.NewGuid().ToString("N")[..8];
        log($"{tool} failed ({id}): {exception.GetType()}{Environment.NewLine}{exception.StackTrace}");
        return Failure(
            $"{tool} failed because of an error in this server (reference {id}). "
                + "Look before repeating a write; if it happens again, tell the operator the reference."
        );
    }

    /// <summary>An error result; its text is sanitised, since names in it may come from the API.</summary>
    public static ToolResult Failure(string text) => new(OutputSanitizer.Clean(text), IsError: true);

    private static void Append(StringBuilder text, ActionableException error, string bullet)
    {
        text.Append(error.What);
        AppendSentence(text, error.Why);
        AppendSentence(text, error.Next);
        foreach (string option in error.Options.Take(MaximumOptions))
        {
            text.Append(bullet).Append(option.ReplaceLineEndings(" "));
        }

        if (error.Options.Count > MaximumOptions)
        {
            text.Append(bullet).Append("… and ").Append(error.Options.Count - MaximumOptions).Append(" more");
        }
    }

    private static void AppendSentence(StringBuilder text, string? sentence)
    {
        if (!string.IsNullOrEmpty(sentence))
        {
            text.Append(' ').Append(sentence);
        }
    }
}
