namespace ClickUpMcp.Driver;

/// <summary>The environment a child gets: ours without any <c>CLICKUP_*</c> variable, then what the caller sets.</summary>
public static class ChildEnvironment
{
    public static void Apply(IDictionary<string, string?> target, IReadOnlyDictionary<string, string?>? changes)
    {
        foreach (var name in target.Keys.Where(n => n.StartsWith("CLICKUP_", StringComparison.Ordinal)).ToList())
        {
            target.Remove(name);
        }

        foreach (var (name, value) in changes ?? new Dictionary<string, string?>())
        {
            if (value is null)
            {
                target.Remove(name);
            }
            else
            {
                target[name] = value;
            }
        }
    }
}
