using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis;

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

    /// <summary>Whether another entry has the same name, and either may be the one that code names.</summary>
    public bool IsAmbiguous { get; set; }

    public bool IsBroken => IsPoisoned || Spec.Bag.HasErrors;

    /// <summary>Whether what is wrong would show in the code; else the code is emitted, for the sake of what uses it.</summary>
    private bool IsUnusable =>
        IsPoisoned
        || IsAmbiguous
        || Spec.Bag.Diagnostics.Any(static d =>
            d.Descriptor.DefaultSeverity == DiagnosticSeverity.Error && !Descriptors.OfNames.Contains(d.Descriptor)
        );

    /// <summary>The model, or for an entry that cannot be emitted only what lets the rest compile.</summary>
    public ToolModel Result() =>
        !IsUnusable
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
