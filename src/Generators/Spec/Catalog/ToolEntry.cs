using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>One parsed entry with what the checks across entries need.</summary>
internal sealed class ToolEntry(ToolModel model, SpecObject spec, IReadOnlyList<ArgumentEntry> arguments)
{
    public ToolModel Model { get; set; } = model;

    /// <summary>The entry's object; its bag is the entry's own.</summary>
    public SpecObject Spec { get; } = spec;

    /// <summary>Declared arguments, those of sets included.</summary>
    public IReadOnlyList<ArgumentEntry> Arguments { get; } = arguments;

    /// <summary>Whether something it refers to is broken, which is reported there.</summary>
    public bool IsPoisoned { get; init; }

    public JsonValue NameValue => Spec.Find("name")!;

    public bool IsBroken => IsPoisoned || Spec.Bag.HasErrors;

    /// <summary>The model, or for a broken entry only what lets the rest compile.</summary>
    public ToolModel Result() =>
        !IsBroken
            ? Model
            : new ToolModel
            {
                Name = Model.Name,
                Title = Model.Title,
                Description = Model.Description,
                Category = Model.Category,
                Scope = Model.Scope,
                ReadOnly = Model.ReadOnly,
                Destructive = Model.Destructive,
                Idempotent = Model.Idempotent,
                OpenWorld = Model.OpenWorld,
                Internal = Model.Internal,
                Handler = Model.Handler,
                IsStub = true,
            };
}
