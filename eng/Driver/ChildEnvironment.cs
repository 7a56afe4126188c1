namespace ClickUpMcp.Driver;

/// <summary>The environment a child gets: ours without what configures the server, then what the caller sets.</summary>
public static class ChildEnvironment
{
    private static readonly string[] ServerPrefixes = ["CLICKUP_", "ENABLED_", "DISABLED_"];

    public static void Apply(IDictionary<string, string?> target, IReadOnlyDictionary<string, string?>? changes)
    {
        foreach (var name in target.Keys.Where(IsServerSetting).ToList())
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

    private static bool IsServerSetting(string name) =>
        Array.Exists(ServerPrefixes, prefix => name.StartsWith(prefix, StringComparison.Ordinal));
}
