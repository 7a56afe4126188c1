using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.SettingEffects;

/// <summary>Every setting reaches its effect from every place where it can be made, and only when it is made.</summary>
public sealed class SettingEffectTests
{
    public static TheoryData<string, SettingSource> Places()
    {
        TheoryData<string, SettingSource> places = [];
        foreach (Setting setting in SettingRun.All)
        {
            if (setting.Flag is not null)
            {
                places.Add(setting.Key, SettingSource.Flag);
            }

            if (setting.Variable is not null)
            {
                places.Add(setting.Key, SettingSource.Variable);
            }

            places.Add(setting.Key, SettingSource.ConfigurationFile);
        }

        return places;
    }

    public static TheoryData<string> Keys() => [.. SettingRows.All.Select(static row => row.Key)];

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_setting_has_its_effect(string key, SettingSource source)
    {
        SettingRow row = SettingRows.All.Single(row => row.Key == key);
        await using SettingRun run = await SettingRun.StartAsync(row, source);
        (await row.HasEffectAsync(run)).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Without_the_setting_there_is_no_such_effect(string key)
    {
        SettingRow row = SettingRows.All.Single(row => row.Key == key);
        await using SettingRun run = await SettingRun.StartAsync(row, source: null);
        (await row.HasEffectAsync(run)).ShouldBeFalse();
    }
}
