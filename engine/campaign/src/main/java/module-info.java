/// Workflows, plans, journals and the driver that moves a campaign on.
module cairn.campaign {
    requires transitive cairn.structure;
    requires transitive cairn.codes;
    requires transitive cairn.neb;
    requires transitive cairn.analysis;
    requires transitive cairn.cluster;
    requires transitive tools.jackson.databind;
    requires tools.jackson.dataformat.yaml;
    requires org.snakeyaml.engine;
    requires org.jgrapht.core;
    requires org.quartz;

    exports cairn.campaign.calculation;
    exports cairn.campaign.clock;
    exports cairn.campaign.driver;
    exports cairn.campaign.frontier;
    exports cairn.campaign.journal;
    exports cairn.campaign.ledger;
    exports cairn.campaign.news;
    exports cairn.campaign.owner;
    exports cairn.campaign.run;
    exports cairn.campaign.view;
    exports cairn.campaign.language;
    exports cairn.campaign.language.verbs;
    exports cairn.campaign.plan;
    exports cairn.campaign.shape;
    exports cairn.campaign.site;
    exports cairn.campaign.step;
    exports cairn.campaign.verb;
    exports cairn.campaign.verb.alloy;
    exports cairn.campaign.yaml;
    exports cairn.campaign.work;
    exports cairn.campaign.work.files;
    exports cairn.campaign.work.json;
    exports cairn.campaign.work.order;
}
