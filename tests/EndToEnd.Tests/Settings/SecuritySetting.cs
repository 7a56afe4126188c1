namespace EndToEnd.Tests.Settings;

/// <summary>A setting that narrows or protects, and what the executable does only because of it.</summary>
/// <param name="Flag">Its flag, without the dashes.</param>
/// <param name="Variable">Its variable, where it has one.</param>
/// <param name="Value">The value, in which names in braces stand for files: see <see cref="SettingSurroundings"/>.</param>
/// <param name="HasEffectAsync">Runs the executable and says whether it does what the setting asks for.</param>
internal sealed record SecuritySetting(
    string Flag,
    string? Variable,
    string Value,
    Func<SettingSurroundings, Task<bool>> HasEffectAsync
)
{
    /// <summary>Variables that stand whether or not the setting is made; null takes one of the usual away.</summary>
    public Dictionary<string, string?> Besides { get; init; } = [];
}
