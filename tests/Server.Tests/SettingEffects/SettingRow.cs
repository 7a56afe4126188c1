namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>One setting, and what the program does only because of it.</summary>
/// <param name="Key">See <see cref="ClickUpMcp.Hosting.Setting.Key"/>.</param>
/// <param name="Value">The value, in which names in braces stand for what the run has: see <see cref="SettingRun.Fill"/>.</param>
/// <param name="HasEffectAsync">Runs the program and says whether it does what the setting asks for.</param>
internal sealed record SettingRow(string Key, string Value, Func<SettingRun, Task<bool>> HasEffectAsync)
{
    /// <summary>Variables that stand whether or not the setting is made, beside the usual ones; an empty value takes a usual one away.</summary>
    public Dictionary<string, string> Besides { get; init; } = [];
}
