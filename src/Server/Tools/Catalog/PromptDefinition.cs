namespace ClickUpMcp.Tools.Catalog;

/// <summary>A text to start a piece of work with, as the spec has it.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Title">What people see.</param>
/// <param name="Description">What comes of it.</param>
/// <param name="Arguments">What to give, in order.</param>
/// <param name="Tools">The indexes of the tools that it sends a model to; who lacks one does not see the prompt.</param>
/// <param name="Text">The text, with the names of arguments in braces.</param>
/// <param name="Listed">Its entry in <c>prompts/list</c>, as UTF-8 JSON.</param>
internal sealed record PromptDefinition(
    string Name,
    string Title,
    string Description,
    PromptArgument[] Arguments,
    int[] Tools,
    string Text,
    byte[] Listed
);
