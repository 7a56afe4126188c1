using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Holds a write to the rule that all it sends is compared with what came back, or that the spec says why it cannot be.</summary>
internal static class ReadBackUsage
{
    /// <summary>The comparison with what nothing shows.</summary>
    public static ReadBackModel Check(
        SpecObject spec,
        RequestModel request,
        ReadBackModel model,
        ToolArguments arguments,
        DiagnosticBag bag
    )
    {
        // Without its path, nothing is known of what the request addresses.
        if (request.Path.Count == 0)
        {
            return model;
        }

        HashSet<string> compared = new(model.Fields.Select(static f => f.Argument), StringComparer.Ordinal);
        HashSet<string> addressed = new(
            request.Path.Select(static part => part.Binding?.Argument).OfType<string>(),
            StringComparer.Ordinal
        );
        List<string> unseen = [];
        bool isSeen = model.Fields.Count > 0 || model.IsGone;
        foreach (ArgumentEntry entry in arguments.Declared.Where(e => Bindings.Use(request, e.Model)))
        {
            string name = entry.Model.Name;
            isSeen |= entry.UnseenReason is not null;
            if (entry.UnseenReason is not null && !addressed.Contains(name))
            {
                unseen.Add(name);
            }

            bool isExcused =
                entry.UnseenReason is not null || !entry.IsKept || addressed.Contains(name) || model.IsGone;
            if (!compared.Contains(name) && !isExcused)
            {
                bag.Report(Descriptors.NotReadBack, entry.Member.Key, name, request.Operation);
            }
        }

        // A request that sends no argument at all leaves nothing to compare but that there is a response.
        if (!isSeen && arguments.Declared.Any(e => Bindings.Use(request, e.Model)))
        {
            bag.Report(Descriptors.NeverReadBack, spec.Find("operation") ?? spec.Value, request.Operation);
        }

        if (model.IsGone && model.From is null)
        {
            bag.Report(Descriptors.GoneWithoutRead, spec.Key("readBack"));
        }

        return model with
        {
            Unseen = unseen.Where(name => !compared.Contains(name)).ToEquatableArray(),
        };
    }
}
