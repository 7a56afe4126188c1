namespace ClickUpMcp.Tests.Resolution;

/// <summary>Adds to the fake workspace what is found by listing: views, goals, channels, docs, groups, templates, types.</summary>
internal static class ListedClickUp
{
    public const string GoalId = "e53a033c-900e-462d-a849-4a216b06d930";
    public const string FolderGoalId = "05921253-7737-44af-a1aa-36fd11244e6f";
    public const string KeyResultId = "947d46ed-75f4-4cca-8f0d-2b1f2a0b9f01";
    public const string GroupId = "4bfdfcec-6f4f-40a7-b0d6-22660d51870d";

    public const string SubtypeId = "4bfdfcec-6f4f-40a7-b0d6-22660d5187f1";

    public const string Goals = "/api/v2/team/9012/goal";
    public const string Channels = "/api/v3/workspaces/9012/chat/channels";
    public const string Docs = "/api/v3/workspaces/9012/docs";
    public const string Views = "/api/v2/team/9012/view";
    public const string Groups = "/api/v2/group";

    public static FakeClickUp Acme()
    {
        FakeClickUp clickUp = FakeClickUp.Acme();
        clickUp.Set(
            Views,
            """
            {"views":[{"id":"8cj-1","name":"Everything","type":"list","parent":{"id":"9012","type":7}},
              {"id":"8cj-2","name":"sprint-12","type":"board","parent":{"id":"9012","type":7}}]}
            """
        );
        clickUp.Set(
            "/api/v2/list/1001/view",
            """
            {"views":[{"id":"8cj-3","name":"Board","type":"board","parent":{"id":"1001","type":6}}],
             "required_views":{"list":{"id":"6-1001-1","name":"List","type":"list"},"calendar":null}}
            """
        );
        clickUp.Set("/api/v2/folder/100/view", """{"views":[{"id":"8cj-4","name":"Board","type":"board"}]}""");
        clickUp.Set("/api/v2/space/10/view", """{"views":[{"id":"8cj-5","name":"Board","type":"board"}]}""");
        clickUp.Set(
            Goals,
            $$"""
            {"goals":[{"id":"{{GoalId}}","name":"Grow","folder_id":null},{"id":"{{FolderGoalId}}","name":"Hire"}],
             "folders":[{"id":"f","name":"2026","goals":[{"id":"{{FolderGoalId}}","name":"Hire"}]}]}
            """
        );
        clickUp.Set(
            $"/api/v2/goal/{GoalId}",
            $$$"""{"goal":{"id":"{{{GoalId}}}","key_results":[{"id":"{{{KeyResultId}}}","name":"100 customers"}]}}"""
        );
        clickUp.Set(
            Channels,
            """
            {"data":[{"id":"6-9012-8","name":"general","type":"CHANNEL","visibility":"PUBLIC","parent":{"id":"10","type":4}},
              {"id":"8cj-20","name":"General","type":"CHANNEL","visibility":"PRIVATE","parent":{"id":"9012","type":12}},
              {"id":"8cj-22","name":"#ops","type":"CHANNEL","visibility":"PUBLIC"},
              {"id":"dm:1:2","name":"","type":"DM","visibility":"PRIVATE"}],"next_cursor":""}
            """
        );
        clickUp.Set(
            Docs,
            """
            {"docs":[{"id":"8cj-30","name":"Notes","parent":{"id":"1001","type":6}},
              {"id":"8cj-31","name":"Notes","parent":{"id":"20","type":4}},
              {"id":"qfhvj-9","name":"Handbook","parent":{"id":"9012","type":12}}]}
            """
        );
        clickUp.Set(
            "/api/v3/workspaces/9012/docs/8cj-30/page_listing",
            """
            [{"id":"8cj-40","doc_id":"8cj-30","name":"Intro","pages":[{"id":"8cj-41","name":"Setup","pages":[]}]},
             {"id":"8cj-42","doc_id":"8cj-30","name":"Usage","pages":[{"id":"8cj-43","name":"Setup"}]}]
            """
        );
        clickUp.Set(
            Groups,
            static request =>
                request.Query == "team_id=9012"
                    ? $$"""{"groups":[{"id":"{{GroupId}}","name":"Product managers","handle":"product"}]}"""
                    : "{}"
        );
        clickUp.Set(
            "/api/v2/team/9012/taskTemplate",
            static request =>
                request.Query switch
                {
                    "page=0" => """{"templates":[{"id":"t-5xrj00","name":"Bug report"}]}""",
                    "page=1" => """{"templates":[{"id":"t-86b3ex","name":"Onboarding"}]}""",
                    _ => """{"templates":[]}""",
                }
        );
        clickUp.Set("/api/v2/team/9012/list_template", """{"templates":[{"id":"t-15363293","name":"Sprint"}]}""");
        clickUp.Set("/api/v2/team/9012/folder_template", """{"templates":[{"id":"t-7162342","name":"Client"}]}""");
        clickUp.Set("/api/v2/team/9012/custom_item", """{"custom_items":[{"id":1300,"name":"Bug"}]}""");
        clickUp.Set(
            "/api/v2/team/9012/customroles",
            """{"custom_roles":[{"id":4547089,"name":"Contractor","inherited_role":4}]}"""
        );
        clickUp.Set(
            "/api/v3/workspaces/9012/comments/types/post/subtypes",
            $$"""{"comment_subtypes":[{"id":"{{SubtypeId}}","name":"Idea"}]}"""
        );
        return clickUp;
    }

    public static ResolverFixture Fixture() => new(Acme());
}
