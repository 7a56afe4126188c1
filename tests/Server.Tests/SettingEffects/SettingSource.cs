namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>Where a setting can be made.</summary>
public enum SettingSource
{
    Flag,
    Variable,
    ConfigurationFile,
}
