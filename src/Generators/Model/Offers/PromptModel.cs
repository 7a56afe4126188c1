namespace ClickUpMcp.Generators.Model;

/// <summary>A prompt: a text for a person to start a piece of work with, and the tools that do it.</summary>
internal sealed record PromptModel(
    string Name,
    string Title,
    string Description,
    EquatableArray<PromptArgumentModel> Arguments,
    EquatableArray<string> Tools,
    string Text
);
