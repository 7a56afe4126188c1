using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads annotations, scope and category, and checks that they agree with the requests.</summary>
internal static class ToolPolicy
{
    /// <summary>Fills in the policy of a tool; a scope that cannot be read becomes the narrowest, admin.</summary>
    public static ToolModel Parse(SpecObject spec, ToolModel model, RootSpec root)
    {
        SpecObject? annotations = ParseAnnotations(spec, model);
        string? scope =
            model.Internal || spec.Required("scope") is not null ? spec.Word("scope", WordSets.Scopes) : null;
        return model with
        {
            Category = ParseCategory(spec, root),
            Scope = scope ?? nameof(ToolScope.Admin),
            ReadOnly = annotations?.Flag("readOnly") ?? false,
            Destructive = annotations?.Flag("destructive") ?? false,
            Idempotent = annotations?.Flag("idempotent") ?? false,
            OpenWorld = annotations?.Flag("openWorld") ?? true,
        };
    }

    /// <summary>Checks a complete tool.</summary>
    public static void Check(SpecObject spec, ToolModel model, RootSpec root)
    {
        CheckWrites(spec, model, root);
        if (spec.Find("annotations") is not { } annotations)
        {
            return;
        }

        DiagnosticBag bag = spec.Bag;
        JsonValue readOnly = annotations.Find("readOnly") ?? annotations;
        JsonValue scope = spec.Find("scope") ?? spec.Find("name")!;
        if (model is { ReadOnly: true, Destructive: true })
        {
            bag.Report(Descriptors.ContradictoryAnnotations, readOnly, model.Name);
        }

        if (spec.Has("scope") && model.ReadOnly != (model.Scope == nameof(ToolScope.Read)))
        {
            (string what, string must) = model.ReadOnly ? ("read-only", "be") : ("not read-only", "not be");
            bag.Report(Descriptors.ScopeMismatch, scope, model.Name, what, must);
        }

        // What an operation is, the root says, once for all tools: a tool cannot excuse itself.
        string? writes = model
            .Requests.Where(r => r.Operation.Length > 0 && !root.Upstream.Reads.Contains(r.Operation))
            .Select(r => r.Method)
            .FirstOrDefault(m => m is not ("" or "GET"));
        bool deletes = model.Requests.Any(r => r.Method == "DELETE");
        if (model.ReadOnly && writes is not null)
        {
            bag.Report(Descriptors.ReadOnlyMethod, readOnly, model.Name, writes);
        }
        else if (deletes && !model.Destructive)
        {
            bag.Report(Descriptors.DeleteNotDestructive, annotations.Find("destructive") ?? annotations, model.Name);
        }
        else if (deletes && model.Scope is not (nameof(ToolScope.Delete) or nameof(ToolScope.Admin)))
        {
            bag.Report(Descriptors.DeleteScope, scope, model.Name);
        }
    }

    // A spec that says of nothing how it is undone offers no undo, and one that says of nothing where it writes binds no writes to places.
    private static void CheckWrites(SpecObject spec, ToolModel model, RootSpec root)
    {
        UpstreamModel upstream = root.Upstream;
        JsonValue where = spec.Find("request") ?? spec.Find("requests") ?? spec.Find("name")!;
        foreach (
            string operation in model
                .Requests.Where(r => r.Operation.Length > 0 && r.Method is not ("" or "GET"))
                .Select(r => r.Operation)
                .Distinct()
        )
        {
            if (upstream.Reads.Contains(operation))
            {
                continue;
            }

            if (upstream.Undo.Count > 0 && !upstream.Undo.Any(rule => rule.Operation == operation))
            {
                spec.Bag.Report(Descriptors.MissingUndo, where, model.Name, operation);
            }

            if (upstream.Places.Count > 0 && !upstream.Places.Any(place => place.Operation == operation))
            {
                spec.Bag.Report(Descriptors.MissingPlaces, where, model.Name, operation);
            }
        }
    }

    private static string ParseCategory(SpecObject spec, RootSpec root)
    {
        if (spec.RequiredText("category") is not { } category)
        {
            return "";
        }

        if (root.Categories.Any(c => c.Name == category.Text))
        {
            return category.Text;
        }

        string hint = Suggestion.For(category.Text, root.Categories.Select(c => c.Name));
        spec.Bag.Report(Descriptors.UnknownCategory, category, category.Text, hint);
        return "";
    }

    private static SpecObject? ParseAnnotations(SpecObject spec, ToolModel model)
    {
        JsonValue? value = model.Internal ? spec.Find("annotations") : spec.Required("annotations");
        if (value is null || SpecObject.Open(value, KnownKeys.Annotations, spec.Bag) is not { } annotations)
        {
            return null;
        }

        foreach (string key in KnownKeys.Annotations.Keys)
        {
            if (!annotations.Has(key))
            {
                spec.Bag.Report(Descriptors.MissingAnnotation, spec.Key("annotations"), model.Name, key);
            }
        }

        return annotations;
    }
}
